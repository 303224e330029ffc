using OneStop.Dossiers.Components;
using OneStop.Dossiers.Data;
using OneStop.Dossiers.Domain;
using OneStop.Dossiers.Features.TrackDossier;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Results;
using OneStop.Kernel.Time.Clocks;
using OneStop.Organisation.Contracts;

namespace OneStop.Dossiers.Features.ReadTracked;

[OpenToAll]
internal sealed record ReadTracked(string? Ticket) : IQuery<TrackedDossier>;

// No personal data but a masked name; nothing that people have written. Every change of a dossier raises its version.
internal sealed record TrackedDossier(
    Guid Id, long Version, string Code, string ProcedureName, string MaskedApplicant, DossierStatus Status, DossierStage Stage, string AgencyName, DateTimeOffset SentAt,
    DateTimeOffset? AcceptedAt, DateTimeOffset? DueAt, DateTimeOffset? OriginalDueAt, DateTimeOffset? FinishedAt, DateTimeOffset? EndedAt,
    DateTimeOffset? PausedAt, DateOnly? AnswerBy, WorkingSpan? Used, WorkingSpan? Left, IReadOnlyList<ExplanationLine> Why, IReadOnlyList<TrackedPause> Pauses,
    IReadOnlyList<TrackedStep> Steps, DateTimeOffset AsOf, DateTimeOffset? LateAt)
{
    // By the day or the hour, as the term is counted; an apology does not change it.
    public bool IsLate => (FinishedAt ?? PausedAt ?? AsOf) >= LateAt;
}

internal sealed record TrackedPause(ClockGround Ground, DateTimeOffset StartedAt, DateTimeOffset? EndedAt);

internal sealed record TrackedStep(
    string Name, string AgencyName, string? DepartmentName, DateTimeOffset EnteredAt, DateTimeOffset? CompletedAt, int? UsedMinutes, int? AllowedMinutes, string? NameEn,
    DateTimeOffset? DueAt, bool IsOpinion, bool MustDecide);

internal sealed class ReadTrackedHandler(DossiersDbContext context, TrackedQueries queries, TrackingTickets tickets, IWorkingCalendar calendar, TimeProvider time)
    : IHandler<ReadTracked, TrackedDossier>
{
    public async Task<Result<TrackedDossier>> Handle(ReadTracked request, CancellationToken cancellationToken)
    {
        if (tickets.Read(request.Ticket) is not { } ticket)
            return Error.NotFound(TrackingErrors.TicketExpired);

        if (await queries.Dossier(context, ticket.DossierId, ticket.LookupHash, cancellationToken) is not { } dossier)
            return Error.NotFound(TrackingErrors.TicketExpired);

        List<TrackedPause> pauses = dossier.HasPauses ? await queries.Pauses(context, ticket.DossierId).ToListAsync(cancellationToken) : [];
        var now = time.GetUtcNow();
        var endedAt = dossier.FinishedAt ?? dossier.ClosedAt;
        var stoppedAt = endedAt ?? dossier.PausedAt ?? now;
        // What is done is measured by the legal due date, which no apology moves.
        WorkingSpan? left = (dossier.FinishedAt is null ? dossier.DueAt : dossier.LegalDueAt) is { } due ? await calendar.BetweenAsync(dossier.ReceivingAgencyId, stoppedAt, due, cancellationToken) : null;
        var used = dossier.AcceptedAt is { } from ? await UsedAsync(dossier.ReceivingAgencyId, from, stoppedAt, pauses, cancellationToken) : null;
        return new TrackedDossier(
            ticket.DossierId, dossier.Version, dossier.Code ?? "", dossier.ProcedureName, NameMask.Of(dossier.Name), dossier.Status, dossier.Stage, dossier.ReceivingAgencyName,
            dossier.SubmittedAt!.Value, dossier.AcceptedAt, dossier.DueAt, dossier.OriginalDueAt, dossier.FinishedAt, dossier.ReturnedAt ?? dossier.ClosedAt,
            dossier.PausedAt, dossier.AnswerBy, used, left, DueNote.ReadLines(dossier.WhyLines), pauses, dossier.Steps, now, dossier.LateAt);
    }

    // Office time since acceptance, without the pauses that have ended; an open one ends the counting.
    private async Task<WorkingSpan> UsedAsync(
        Guid agencyId, DateTimeOffset from, DateTimeOffset to, IReadOnlyList<TrackedPause> pauses, CancellationToken cancellationToken)
    {
        var minutes = (await calendar.BetweenAsync(agencyId, from, to, cancellationToken)).Minutes;
        // Sorted by their beginning; what two of them cover is left out once.
        var covered = from;
        foreach (var pause in pauses)
        {
            var start = pause.StartedAt > covered ? pause.StartedAt : covered;
            if (pause.EndedAt is not { } ended || ended > to || ended <= start)
                continue;
            minutes -= (await calendar.BetweenAsync(agencyId, start, ended, cancellationToken)).Minutes;
            covered = ended;
        }

        return new WorkingSpan(Math.Max(0, minutes));
    }
}
