using OneStop.Dossiers.Data;
using OneStop.Dossiers.Domain;
using OneStop.Kernel.Results;
using OneStop.Kernel.Time;
using OneStop.Kernel.Time.Clocks;
using OneStop.Organisation.Contracts;

namespace OneStop.Dossiers.Components;

// Reads the legal clock of a dossier on the calendar of the agency that solves it, and keeps the explanation beside it.
internal sealed class DossierClock(DossiersDbContext context, IWorkingCalendar calendars)
{
    // Starts the clock at acceptance. Refuses rather than promise a date beyond the holiday table.
    public async Task<Result<DueDates>> StartAsync(Dossier dossier, ClockPlan plan, string termText, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var read = await ReadAsync(dossier.ReceivingAgencyId, plan, [new Received(now)], now, cancellationToken);
        if (!read.TryGet(out var reading))
            return read.AsFailure<DueDates>();
        context.Set<DueNote>().Add(DueNote.Start(dossier.Id, termText, plan, reading.Lines));
        return DueDates.Of(reading);
    }

    // The dates if it were accepted now.
    public async Task<Result<DuePreview>> PreviewAsync(Guid agencyId, ClockPlan plan, DateTimeOffset now, CancellationToken cancellationToken) =>
        (await ReadAsync(agencyId, plan, [new Received(now)], now, cancellationToken)).Map(reading => new DuePreview(reading.Due, reading.Lines));

    // The dates after what was waited for has come. To be asked before the dossier is told.
    public async Task<Result<DueDates>> AfterAsync(Dossier dossier, ClockGround ending, DateTimeOffset at, CancellationToken cancellationToken)
    {
        if (await NoteAsync(dossier, cancellationToken) is not { } note || note.ReadPlan() is not { } plan)
            return dossier.Dates();
        var read = await ReadAsync(dossier.ReceivingAgencyId, plan, dossier.ClockEvents(ending, at), at, cancellationToken);
        if (!read.TryGet(out var reading))
            return read.AsFailure<DueDates>();
        note.Explain([.. reading.Lines, .. CalendarLines(dossier)]);
        return DueDates.Of(reading, KindOf(reading));
    }

    // When a term that begins at a moment ends, on the calendar of the agency that solves.
    public async Task<Result<DateTimeOffset>> EndOfAsync(Dossier dossier, Term term, DateTimeOffset from, CancellationToken cancellationToken) =>
        await calendars.ForAsync(dossier.ReceivingAgencyId, cancellationToken) is var found && found.TryGet(out var calendar)
            ? calendar.EndOf(term, from).Map(end => end.Due)
            : found.AsFailure<DateTimeOffset>();

    // The explanation again, after time has begun to be left out or the appointment was moved.
    public async Task<Result<Done>> ExplainAsync(Dossier dossier, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await NoteAsync(dossier, cancellationToken) is not { } note || note.ReadPlan() is not { } plan)
            return Done.Value;
        var read = await ReadAsync(dossier.ReceivingAgencyId, plan, dossier.ClockEvents(null, now), now, cancellationToken);
        if (!read.TryGet(out var reading))
            return read.AsFailure<Done>();
        note.Explain([.. reading.Lines, .. CalendarLines(dossier)]);
        return Done.Value;
    }

    // The last day for a supplement by the procedure's own rule; never before the day the agency itself has given.
    public async Task<Result<DateOnly?>> StopsAfterAsync(Dossier dossier, Term? stopAfter, DateOnly? answerBy, DateTimeOffset askedAt, CancellationToken cancellationToken)
    {
        if (stopAfter is null)
            return (DateOnly?)null;
        var found = await calendars.ForAsync(dossier.ReceivingAgencyId, cancellationToken);
        if (!found.TryGet(out var calendar))
            return found.AsFailure<DateOnly?>();
        return LegalClock.LastDayToAnswer(calendar, stopAfter, askedAt).Map(last => (DateOnly?)(answerBy > last ? answerBy.Value : last));
    }

    public async Task<ClockPlan?> PlanOfAsync(Dossier dossier, CancellationToken cancellationToken) => (await context.Set<DueNote>().FindAsync([dossier.Id], cancellationToken))?.ReadPlan();

    public static IEnumerable<ExplanationLine> CalendarLines(Dossier dossier) =>
        dossier.DeadlineChanges.Where(c => c.Kind == DeadlineChangeKind.Calendar).OrderBy(c => c.At)
            .Select(c => new ExplanationLine(LineKind.CalendarChanged) { At = c.At, Until = c.FromDueAt, Due = c.ToDueAt, LegalGround = c.Ground, Document = c.Document });

    private async Task<Result<ClockReading>> ReadAsync(
        Guid agencyId, ClockPlan plan, IReadOnlyList<ClockEvent> events, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var found = await calendars.ForAsync(agencyId, cancellationToken);
        return found.TryGet(out var calendar) ? LegalClock.Read(calendar, plan, events, now) : found.AsFailure<ClockReading>();
    }

    // The clock needs the whole story, of which the deed may have loaded only the open part.
    private async Task<DueNote?> NoteAsync(Dossier dossier, CancellationToken cancellationToken)
    {
        var entry = context.Entry(dossier);
        await entry.Collection(d => d.Pauses).LoadAsync(cancellationToken);
        await entry.Collection(d => d.DeadlineChanges).LoadAsync(cancellationToken);
        return await context.Set<DueNote>().FindAsync([dossier.Id], cancellationToken);
    }

    private static DeadlineChangeKind KindOf(ClockReading reading) => (reading.Changes is [.., var last] ? last : null) switch
    {
        { Kind: LineKind.Restarted } => DeadlineChangeKind.Restart,
        { Kind: LineKind.NewTerm } => DeadlineChangeKind.NewTerm,
        { Ground: { } ground } when ClockGrounds.IsThirdParty(ground) => DeadlineChangeKind.ThirdParty,
        _ => DeadlineChangeKind.Pause,
    };
}
