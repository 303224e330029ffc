using Microsoft.EntityFrameworkCore;
using OneStop.Dossiers.Components;
using OneStop.Dossiers.Data;
using OneStop.Dossiers.Domain;
using OneStop.Dossiers.Features.TrackDossier;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Results;
using OneStop.Organisation.Contracts;

namespace OneStop.Dossiers.Features.ReadTracked;

[OpenToAll]
internal sealed record ReadTracked(string? Ticket) : IQuery<TrackedDossier>;

// No personal data but a masked name; nothing that people have written.
internal sealed record TrackedDossier(
    string Code, string ProcedureName, string MaskedApplicant, DossierStatus Status, DossierStage Stage, string AgencyName, DateTimeOffset SentAt,
    DateTimeOffset? AcceptedAt, DateTimeOffset? DueAt, DateTimeOffset? OriginalDueAt, DateTimeOffset? FinishedAt, DateTimeOffset? EndedAt,
    DateTimeOffset? PausedAt, DateOnly? AnswerBy, WorkingSpan? Used, WorkingSpan? Left, TrackedDue? Why, IReadOnlyList<TrackedPause> Pauses,
    IReadOnlyList<TrackedStep> Steps, DateTimeOffset AsOf);

internal sealed record TrackedDue(string TermText, DateTimeOffset StartsAt, IReadOnlyList<(DateOnly Day, string? Name)> Skipped);

internal sealed record TrackedPause(PauseGround Ground, DateTimeOffset StartedAt, DateTimeOffset? EndedAt);

internal sealed record TrackedStep(
    string Name, string AgencyName, string? DepartmentName, DateTimeOffset EnteredAt, DateTimeOffset? CompletedAt, int? UsedMinutes, int? AllowedMinutes);

internal sealed class ReadTrackedHandler(DossiersDbContext context, TrackingTickets tickets, IWorkingCalendar calendar, TimeProvider time)
    : IHandler<ReadTracked, TrackedDossier>
{
    public async Task<Result<TrackedDossier>> Handle(ReadTracked request, CancellationToken cancellationToken)
    {
        if (tickets.Read(request.Ticket) is not { } ticket)
            return Error.NotFound(TrackingErrors.TicketExpired);

        var dossier = await context.Dossiers.AsNoTracking()
            .Where(d => d.Id == ticket.DossierId && d.LookupCodeHash == ticket.LookupHash && d.SubmittedAt != null)
            .Select(d => new
            {
                Code = d.Code ?? d.TemporaryCode,
                d.ProcedureName,
                d.Applicant.Name,
                d.Status,
                d.Stage,
                d.ReceivingAgencyId,
                d.ReceivingAgencyName,
                d.SubmittedAt,
                d.AcceptedAt,
                d.DueAt,
                d.OriginalDueAt,
                d.FinishedAt,
                d.ReturnedAt,
                d.ClosedAt,
                d.PausedAt,
                AnswerBy = d.Supplements.Where(s => s.AnsweredAt == null).Select(s => s.AnswerBy).FirstOrDefault(),
                Why = context.Set<DueNote>().Where(n => n.DossierId == d.Id).FirstOrDefault(),
            })
            .FirstOrDefaultAsync(cancellationToken);
        if (dossier is null)
            return Error.NotFound(TrackingErrors.TicketExpired);

        var steps = await context.Steps.AsNoTracking().Where(s => s.DossierId == ticket.DossierId).OrderBy(s => s.Sequence)
            .Select(s => new TrackedStep(s.Name, s.AgencyName, s.DepartmentName, s.EnteredAt, s.CompletedAt, s.UsedMinutes, s.AllowedMinutes))
            .ToListAsync(cancellationToken);
        var pauses = await context.Pauses.AsNoTracking().Where(p => p.DossierId == ticket.DossierId)
            .Select(p => new TrackedPause(p.Ground, p.StartedAt, p.EndedAt)).ToListAsync(cancellationToken);
        pauses.Sort((a, b) => a.StartedAt.CompareTo(b.StartedAt));

        var now = time.GetUtcNow();
        var endedAt = dossier.FinishedAt ?? dossier.ClosedAt;
        var stoppedAt = endedAt ?? dossier.PausedAt ?? now;
        WorkingSpan? left = dossier.DueAt is { } due ? await calendar.BetweenAsync(dossier.ReceivingAgencyId, stoppedAt, due, cancellationToken) : null;
        var used = dossier.AcceptedAt is { } from ? await UsedAsync(dossier.ReceivingAgencyId, from, stoppedAt, pauses, cancellationToken) : null;
        return new TrackedDossier(
            dossier.Code ?? "", dossier.ProcedureName, NameMask.Of(dossier.Name), dossier.Status, dossier.Stage, dossier.ReceivingAgencyName,
            dossier.SubmittedAt!.Value, dossier.AcceptedAt, dossier.DueAt, dossier.OriginalDueAt, dossier.FinishedAt, dossier.ReturnedAt ?? dossier.ClosedAt,
            dossier.PausedAt, dossier.AnswerBy, used, left, dossier.Why is { } why ? new TrackedDue(why.TermText, why.StartsAt, why.Skipped) : null, pauses, steps, now);
    }

    // Office time since acceptance, without the pauses that have ended; an open one ends the counting.
    private async Task<WorkingSpan> UsedAsync(
        Guid agencyId, DateTimeOffset from, DateTimeOffset to, IReadOnlyList<TrackedPause> pauses, CancellationToken cancellationToken)
    {
        var minutes = (await calendar.BetweenAsync(agencyId, from, to, cancellationToken)).Minutes;
        foreach (var pause in pauses)
        {
            if (pause.EndedAt is { } ended && ended <= to)
                minutes -= (await calendar.BetweenAsync(agencyId, pause.StartedAt, ended, cancellationToken)).Minutes;
        }

        return new WorkingSpan(Math.Max(0, minutes));
    }
}
