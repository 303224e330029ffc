using Microsoft.EntityFrameworkCore;
using OneStop.Approvals.Data;
using OneStop.Approvals.Domain;
using OneStop.Identity.Contracts;
using OneStop.Kernel.Callers;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Results;
using OneStop.Kernel.Time.Clocks;

namespace OneStop.Approvals.Features.ReadWay;

/// <summary>The way of a dossier through its process: for whoever may read one of its tasks, mends processes or inspects. Reads neither state nor variables.</summary>
[Requires(Permissions.View)]
internal sealed record ReadWayQuery(Guid DossierId) : IQuery<Way>;

internal sealed record Way(
    Guid InstanceId, Guid ProcessVersionId, string DossierCode, string ProcedureName, DateTimeOffset StartedAt, DateTimeOffset? EndedAt, DateTimeOffset? PurgedAt, IReadOnlyList<string> Passed, IReadOnlyList<string> Flows,
    IReadOnlyList<string> Standing, IReadOnlyList<WayStep> Steps, IReadOnlyList<WayIncident> Incidents);

internal sealed record WayStep(
    string Element, string Name, string? NameEn, string AgencyName, string? DepartmentName, string? ActorName, DateTimeOffset EnteredAt, DateTimeOffset? ClosedAt, DateTimeOffset? DueAt,
    int? UsedMinutes, TaskState State, int? AllowedMinutes, string? OnBehalfOf)
{
    public bool IsLate(DateTimeOffset now) =>
        DueAt is { } due && DueClasses.LateFrom(DueClasses.UnitOf(AllowedMinutes), due) <= (ClosedAt ?? now) && State != TaskState.Suspended;
}

internal sealed record WayIncident(Guid Id, string Element, string Code, string? Detail, DateTimeOffset RaisedAt, DateTimeOffset? MendedAt, string? MendedByName, string? Remedy, string? Note);

internal sealed class ReadWayHandler(ApprovalsDbContext context, ICallerContext callers) : IHandler<ReadWayQuery, Way>
{
    private const int LongestWay = 5_000;

    public async Task<Result<Way>> Handle(ReadWayQuery request, CancellationToken cancellationToken)
    {
        var instance = await context.Instances.AsNoTracking().Where(i => i.DossierId == request.DossierId && i.SubjectId == Guid.Empty)
            .Select(i => new { i.Id, i.ProcessVersionId, i.DossierCode, i.ProcedureName, i.StartedAt, i.EndedAt, i.PurgedAt }).SingleOrDefaultAsync(cancellationToken);
        if (instance is null)
            return Error.NotFound(ApprovalErrors.InstanceMissing);
        var tasks = await context.Tasks.AsNoTracking().Where(t => t.InstanceId == instance.Id).OrderBy(t => t.EnteredAt).ThenBy(t => t.Token).ToListAsync(cancellationToken);
        var caller = callers.Caller;
        if (!caller.HasRole(Roles.ProcessAdmin, Roles.Inspector) && !tasks.Exists(t => TaskAuthority.MayRead(caller, t)))
            return Error.NotFound(ApprovalErrors.InstanceMissing);

        var lines = await context.History.AsNoTracking().Where(h => h.InstanceId == instance.Id).OrderBy(h => h.Number).Take(LongestWay)
            .Select(h => new { h.Element, h.Flow }).ToListAsync(cancellationToken);
        var incidents = await context.Incidents.AsNoTracking().Where(i => i.InstanceId == instance.Id).OrderBy(i => i.RaisedAt)
            .Select(i => new WayIncident(i.Id, i.Element, i.Code, i.Detail, i.RaisedAt, i.MendedAt, i.MendedByName, i.Remedy, i.Note)).ToListAsync(cancellationToken);
        var waiting = instance.EndedAt is null
            ? await context.Jobs.AsNoTracking().Where(j => j.InstanceId == instance.Id).Select(j => j.Element).ToListAsync(cancellationToken)
            : [];
        return new Way(
            instance.Id, instance.ProcessVersionId, instance.DossierCode, instance.ProcedureName, instance.StartedAt, instance.EndedAt, instance.PurgedAt,
            [.. lines.Select(l => l.Element).Distinct(StringComparer.Ordinal)], [.. lines.Select(l => l.Flow).OfType<string>().Distinct(StringComparer.Ordinal)],
            [.. tasks.Where(t => t.IsOpen).Select(t => t.Element).Concat(waiting).Distinct(StringComparer.Ordinal)],
            [
                .. tasks.Select(t => new WayStep(
                    t.Element, t.StepName, t.StepNameEn, t.AgencyName, t.DepartmentName, t.ClosedByName ?? t.AssigneeName, t.EnteredAt, t.ClosedAt, t.DueAt, t.UsedMinutes, t.State, t.AllowedMinutes, t.ClosedOnBehalfOf)),
            ],
            incidents);
    }
}
