using Microsoft.EntityFrameworkCore;
using OneStop.Approvals.Data;
using OneStop.Approvals.Domain;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Results;
using OneStop.Kernel.Time;
using OneStop.Kernel.Time.Clocks;

namespace OneStop.Approvals.Features.ReadFigures;

/// <summary>Time and lateness of each step of a version over a period, by the day a step was closed. Counted from the rows of steps alone.</summary>
[Requires(Permissions.Design)]
internal sealed record ReadFiguresQuery(Guid VersionId, DateOnly From, DateOnly To) : IQuery<ProcessFigures>;

internal sealed record ProcessFigures(Guid VersionId, string Key, string Name, int Number, IReadOnlyList<StepFigures> Steps);

internal sealed record StepFigures(string Element, string Name, int Closed, double AverageMinutes, int LongestMinutes, int Late, int Open, int OpenLate)
{
    public int Total => Closed + Open;

    /// <summary>Of what was closed or should have been.</summary>
    public double LateShare => Closed + OpenLate == 0 ? 0 : (double)(Late + OpenLate) / (Closed + OpenLate);
}

internal sealed class ReadFiguresHandler(ApprovalsDbContext context, TimeProvider time) : IHandler<ReadFiguresQuery, ProcessFigures>
{
    public async Task<Result<ProcessFigures>> Handle(ReadFiguresQuery request, CancellationToken cancellationToken)
    {
        var version = await context.ProcessVersions.AsNoTracking().Where(v => v.Id == request.VersionId).Select(v => new { v.Key, v.Name, v.Number }).SingleOrDefaultAsync(cancellationToken);
        if (version is null)
            return Error.NotFound(ApprovalErrors.VersionMissing);
        var from = VietnamTime.FromVietnam(request.From, TimeOnly.MinValue);
        var until = VietnamTime.FromVietnam(request.To.AddDays(1), TimeOnly.MinValue);
        var now = time.GetUtcNow();
        var ended = context.Tasks.AsNoTracking().Where(t => t.ProcessVersionId == request.VersionId && t.ClosedAt >= from && t.ClosedAt < until && t.State == TaskState.Done);
        var closed = await ended.GroupBy(t => t.Element).Select(g => new
        {
            Element = g.Key, Name = g.Min(t => t.StepName)!, Count = g.Count(), Average = g.Average(t => (double?)t.UsedMinutes) ?? 0, Longest = g.Max(t => t.UsedMinutes) ?? 0,
        }).ToListAsync(cancellationToken);
        var late = await CountLateAsync(ended, cancellationToken);
        var standing = context.Tasks.AsNoTracking().Where(t => t.ProcessVersionId == request.VersionId && t.ClosedAt == null);
        var open = await standing.GroupBy(t => t.Element).Select(g => new { Element = g.Key, Name = g.Min(t => t.StepName)!, Count = g.Count() }).ToListAsync(cancellationToken);
        var openLate = await standing.Where(t => t.State == TaskState.Open).Where(WorkTask.LateBy(now)).GroupBy(t => t.Element).Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, StringComparer.Ordinal, cancellationToken);
        var steps = closed.Select(c => c.Element).Union(open.Select(o => o.Element), StringComparer.Ordinal).Select(element =>
        {
            var done = closed.Find(c => c.Element == element);
            var here = open.Find(o => o.Element == element);
            return new StepFigures(
                element, done?.Name ?? here!.Name, done?.Count ?? 0, done?.Average ?? 0, done?.Longest ?? 0, late.GetValueOrDefault(element), here?.Count ?? 0, openLate.GetValueOrDefault(element));
        });
        return new ProcessFigures(request.VersionId, version.Key, version.Name, version.Number, [.. steps.OrderByDescending(s => s.LateShare).ThenByDescending(s => s.AverageMinutes)]);
    }

    // The day of a date is a matter of Việt Nam's calendar: rows past their moment are read, and judged here.
    private static async Task<Dictionary<string, int>> CountLateAsync(IQueryable<WorkTask> ended, CancellationToken cancellationToken)
    {
        var late = new Dictionary<string, int>(StringComparer.Ordinal);
        var past = ended.Where(t => t.DueAt < t.ClosedAt).Select(t => new { t.Element, t.AllowedMinutes, Due = t.DueAt!.Value, Closed = t.ClosedAt!.Value });
        await foreach (var step in past.AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            if (DueClasses.Done(DueClasses.UnitOf(step.AllowedMinutes), step.Due, step.Closed) == DueClass.Late)
                late[step.Element] = late.GetValueOrDefault(step.Element) + 1;
        }

        return late;
    }
}
