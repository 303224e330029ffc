using Microsoft.EntityFrameworkCore;
using OneStop.Approvals.Data;
using OneStop.Approvals.Domain;
using OneStop.Kernel.Results;
using OneStop.Kernel.Time;
using OneStop.Organisation.Contracts;

namespace OneStop.Approvals.Runtime;

/// <summary>Whose days they are: a body's from the question to the answer without what it waited for an explanation, the rest the asking step's.</summary>
internal sealed class ConsultationClock(ApprovalsDbContext context, IWorkingCalendar calendar, StepClock steps)
{
    /// <summary>Counted by the body's own calendar, from the day after.</summary>
    public async Task<Result<DateTimeOffset>> DueAsync(Guid agencyId, int workingDays, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var found = await calendar.ForAsync(agencyId, cancellationToken);
        return found.TryGet(out var days) ? days.EndOf(new Term(workingDays, TermUnit.WorkingDays), now).Map(end => end.Due) : found.AsFailure<DateTimeOffset>();
    }

    /// <summary>The last moment that a limit of the law leaves, by the calendar of the agency that asks.</summary>
    public async Task<Result<DateTimeOffset>> LastAsync(Guid agencyId, Term limit, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var found = await calendar.ForAsync(agencyId, cancellationToken);
        return found.TryGet(out var days) ? days.EndOf(limit, now).Map(end => end.Due) : found.AsFailure<DateTimeOffset>();
    }

    public async Task<int> MinutesAsync(Guid agencyId, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken) =>
        Math.Max(0, (await calendar.BetweenAsync(agencyId, from, to, cancellationToken)).Minutes);

    public async Task<int> UsedAsync(Consultation consultation, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var used = await MinutesAsync(consultation.AgencyId, consultation.AskedAt, now, cancellationToken);
        var instance = await context.Tasks.Where(t => t.ConsultationId == consultation.Id).Select(t => t.InstanceId).FirstOrDefaultAsync(cancellationToken);
        foreach (var pause in await steps.PausesAsync(instance, cancellationToken))
            used -= await MinutesAsync(consultation.AgencyId, pause.From, pause.Until ?? now, cancellationToken);

        return Math.Max(0, used);
    }

    /// <summary>
    /// Office minutes of a step that bodies which take part in deciding have used: overlapping waits count once, and never more than the bodies used together.
    /// </summary>
    public async Task<int> MinutesOfOthersAsync(WorkTask task, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (task.ConsultationId is not null)
            return 0;
        var asked = await context.Consultations.AsNoTracking().Where(c => c.AskingTaskId == task.Id && c.Part == ConsultationPart.Decides)
            .OrderBy(c => c.AskedAt).ToListAsync(cancellationToken);
        var (covered, together, until) = (0, 0, DateTimeOffset.MinValue);
        foreach (var one in asked)
        {
            together += one.UsedMinutes ?? await UsedAsync(one, now, cancellationToken);
            var (from, to) = (one.AskedAt > until ? one.AskedAt : until, one.ClosedAt ?? now);
            if (to <= from)
                continue;
            covered += await MinutesAsync(task.AgencyId, from, to, cancellationToken);
            until = to;
        }

        return Math.Min(covered, together);
    }
}
