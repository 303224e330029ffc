using Microsoft.EntityFrameworkCore;
using OneStop.Approvals.Data;
using OneStop.Approvals.Domain;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Results;
using OneStop.Kernel.Time;

namespace OneStop.Approvals.Features.ReadFigures;

/// <summary>Time and lateness of each step of a version over a period, by the day a step was closed. Counted in the database from the rows of steps alone.</summary>
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
        var closed = await context.Tasks.AsNoTracking().Where(t => t.ProcessVersionId == request.VersionId && t.ClosedAt >= from && t.ClosedAt < until && t.State == TaskState.Done)
            .GroupBy(t => t.Element).Select(g => new
            {
                Element = g.Key, Name = g.Min(t => t.StepName)!, Count = g.Count(), Average = g.Average(t => (double?)t.UsedMinutes) ?? 0, Longest = g.Max(t => t.UsedMinutes) ?? 0,
                Late = g.Count(t => t.DueAt < t.ClosedAt),
            }).ToListAsync(cancellationToken);
        var open = await context.Tasks.AsNoTracking().Where(t => t.ProcessVersionId == request.VersionId && t.ClosedAt == null)
            .GroupBy(t => t.Element).Select(g => new { Element = g.Key, Name = g.Min(t => t.StepName)!, Count = g.Count(), Late = g.Count(t => t.DueAt < now && t.State == TaskState.Open) }).ToListAsync(cancellationToken);
        var steps = closed.Select(c => c.Element).Union(open.Select(o => o.Element), StringComparer.Ordinal).Select(element =>
        {
            var done = closed.Find(c => c.Element == element);
            var standing = open.Find(o => o.Element == element);
            return new StepFigures(element, done?.Name ?? standing!.Name, done?.Count ?? 0, done?.Average ?? 0, done?.Longest ?? 0, done?.Late ?? 0, standing?.Count ?? 0, standing?.Late ?? 0);
        });
        return new ProcessFigures(request.VersionId, version.Key, version.Name, version.Number, [.. steps.OrderByDescending(s => s.LateShare).ThenByDescending(s => s.AverageMinutes)]);
    }
}
