using OneStop.Kernel.Results;
using OneStop.Kernel.Time.Clocks;

namespace OneStop.Dossiers.Domain;

// What the watch over deadlines has said already, and when it must look again.
internal sealed partial class Dossier
{
    // The appointment that was warned of: once for each, and again only after it has moved.
    public DateTimeOffset? WarnedFor { get; private set; }

    // When the legal due date was found to have passed; a dossier breaches once.
    public DateTimeOffset? BreachedAt { get; private set; }

    // The moved appointment that passed as well.
    public DateTimeOffset? MissedFor { get; private set; }

    // Follows from everything else; stored for its index alone.
    public DateTimeOffset? LookAt
    {
        get => NextLook();
        private set { }
    }

    // An apology moved the appointment beyond the legal due date.
    public bool IsReappointed => LegalDueAt is { } legal && DueAt > legal;

    // The first moment after the appointment now in force, by the unit of the term: a term in hours ends with its hour, others with their day.
    public DateTimeOffset? AppointmentOverAt => IsReappointed ? DueClasses.LateFrom(TermUnit ?? Kernel.Time.TermUnit.WorkingDays, DueAt!.Value) : LateAt;

    public bool IsBreached(DateTimeOffset now) => BreachedAt is null && LateAt is { } late && late <= (FinishedAt ?? PausedAt ?? now);

    public bool IsMissedAgain(DateTimeOffset now) =>
        BreachedAt is not null && IsReappointed && MissedFor != DueAt && AppointmentOverAt <= (FinishedAt ?? PausedAt ?? now);

    public bool IsWarningDue(DateTimeOffset now) =>
        FinishedAt is null && ClosedAt is null && WarnedFor != DueAt && WarnAt is { } warn && warn <= (PausedAt ?? now) && AppointmentOverAt > (PausedAt ?? now);

    public void Warned() => WarnedFor = DueAt;

    public void NoteBreach(DateTimeOffset now)
    {
        BreachedAt = now;
        WarnedFor = DueAt;
        Remark(DossierDeed.NoteBreach, Actor.System, now);
    }

    public void NoteMissedAgain(DateTimeOffset now)
    {
        MissedFor = DueAt;
        WarnedFor = DueAt;
        Remark(DossierDeed.NoteBreach, Actor.System, now);
    }

    // The apology moves the appointment and the next warning; the legal due date, and with it the class of lateness, stays.
    public Result<Done> Reappoint(DateTimeOffset dueAt, DateTimeOffset? warnAt, string reason, string document, Actor signer, DateTimeOffset now)
    {
        var moved = MoveDeadline(dueAt, reason, document, signer, now);
        if (moved.IsSuccess)
            WarnAt = warnAt;
        return moved;
    }

    private void Remark(DossierDeed deed, Actor actor, DateTimeOffset now, string? subject = null, string? comment = null)
    {
        // A history that is closed stays closed; the record of the breach stands beside it.
        if (Check(deed, actor).IsSuccess)
            Note(deed, actor, now, subject, comment);
    }

    private DateTimeOffset? NextLook()
    {
        if (AcceptedAt is null || ClosedAt is not null)
            return null;
        DateTimeOffset? warn = FinishedAt is null && WarnedFor != DueAt && WarnAt < AppointmentOverAt ? WarnAt : null;
        var over = BreachedAt is null ? LateAt : IsReappointed && MissedFor != DueAt ? AppointmentOverAt : null;
        var next = warn < over || over is null ? warn : over;
        // Where time stands still, or has ended, only what was due before still is.
        return (FinishedAt ?? PausedAt) is { } end && next > end ? null : next;
    }
}
