using Microsoft.EntityFrameworkCore;
using OneStop.Approvals.Data;
using OneStop.Approvals.Domain;
using OneStop.Approvals.Engine.Execution;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Results;
using OneStop.Kernel.Time;

namespace OneStop.Approvals.Features.ListProcesses;

/// <summary>Every process with its versions and drafts. Reads neither files nor states.</summary>
[Requires(Permissions.Design)]
internal sealed record ListProcessesQuery : IQuery<IReadOnlyList<ProcessRow>>;

internal sealed record ProcessRow(string Key, string Name, IReadOnlyList<VersionRow> Versions, IReadOnlyList<DraftRow> Drafts);

internal enum VersionStanding
{
    InForce,
    Coming,

    /// <summary>A later version has taken its place.</summary>
    Replaced,
    Retired,
}

internal sealed record VersionRow(
    Guid Id, int Number, VersionStanding Standing, DateOnly ValidFrom, DateOnly? RetiredFrom, string? DrawnByName, string? PublishedByName, string? Note, int Running);

internal sealed record DraftRow(Guid Id, string Name, DraftState State, Guid? BasedOnId, string EditedByName, DateTimeOffset EditedAt, long Version, bool IsMine);

internal sealed class ListProcessesHandler(ApprovalsDbContext context, Kernel.Callers.ICallerContext callers, TimeProvider time)
    : IHandler<ListProcessesQuery, IReadOnlyList<ProcessRow>>
{
    public async Task<Result<IReadOnlyList<ProcessRow>>> Handle(ListProcessesQuery request, CancellationToken cancellationToken)
    {
        var today = time.GetUtcNow().VietnamDate();
        var running = await context.Instances.Where(i => i.Status == InstanceStatus.Running).GroupBy(i => i.ProcessVersionId)
            .Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken);
        var versions = await context.ProcessVersions.AsNoTracking()
            .Select(v => new { v.Id, v.Key, v.Name, v.Number, v.ValidFrom, v.RetiredFrom, v.DrawnByName, v.PublishedByName, v.Note }).ToListAsync(cancellationToken);
        var drafts = await context.ProcessDrafts.AsNoTracking()
            .Select(d => new { d.Id, d.Key, d.Name, d.State, d.BasedOnId, d.EditedByName, d.EditedAt, d.Version, d.EditedById, d.CreatedById }).ToListAsync(cancellationToken);
        var me = callers.Caller.AccountId;

        var rows = versions.Select(v => v.Key).Union(drafts.Select(d => d.Key), StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(key =>
        {
            var own = versions.Where(v => v.Key == key).OrderByDescending(v => v.ValidFrom).ThenByDescending(v => v.Number).ToList();
            var inForce = own.FirstOrDefault(v => v.ValidFrom <= today && (v.RetiredFrom is null || v.RetiredFrom > today))?.Id;
            VersionRow[] listed =
            [
                .. own.Select(v => new VersionRow(
                    v.Id, v.Number,
                    v.Id == inForce ? VersionStanding.InForce : v.RetiredFrom <= today ? VersionStanding.Retired : v.ValidFrom > today ? VersionStanding.Coming : VersionStanding.Replaced,
                    v.ValidFrom, v.RetiredFrom, v.DrawnByName, v.PublishedByName, v.Note, running.GetValueOrDefault(v.Id))),
            ];
            DraftRow[] drawn =
            [
                .. drafts.Where(d => d.Key == key).OrderByDescending(d => d.EditedAt)
                    .Select(d => new DraftRow(d.Id, d.Name, d.State, d.BasedOnId, d.EditedByName, d.EditedAt, d.Version, me is not null && (d.EditedById == me || d.CreatedById == me))),
            ];
            return new ProcessRow(key, own.FirstOrDefault(v => v.Id == inForce)?.Name ?? own.FirstOrDefault()?.Name ?? drawn[0].Name, listed, drawn);
        });
        return rows.ToArray();
    }
}
