using Microsoft.EntityFrameworkCore;
using OneStop.Approvals.Data;
using OneStop.Approvals.Domain;
using OneStop.Approvals.Engine.Definitions;
using OneStop.Approvals.Features.CompleteTask;
using OneStop.Approvals.Runtime;
using OneStop.Kernel.Callers;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Results;
using OneStop.Kernel.Time;
using OneStop.Organisation.Contracts;

namespace OneStop.Approvals.Features.PrepareBulk;

/// <summary>What can be done with the chosen tasks at once: to whom they can be given, and which buttons of theirs ask nothing.</summary>
[Requires(Permissions.Bulk)]
internal sealed record PrepareBulkQuery(IReadOnlyList<Guid> TaskIds) : IQuery<BulkOffer>;

internal sealed record BulkOffer(IReadOnlyList<BulkButton> Buttons, IReadOnlyList<BulkColleague> Colleagues, bool MayReassign);

/// <summary>A button and on how many of the chosen tasks it stands. One that signs says what.</summary>
internal sealed record BulkButton(string Key, string Label, string? LabelEn, int Tasks, bool Signs, IReadOnlyList<BulkPaper> Papers);

/// <summary>What is signed: the result of a dossier, at a step, and for whom.</summary>
internal sealed record BulkPaper(Guid TaskId, string DossierCode, string ApplicantName, string ProcedureName, string StepName);

internal sealed record BulkColleague(Guid AccountId, string Name, string Title);

internal sealed class PrepareBulkHandler(
    ApprovalsDbContext context, DefinitionCache definitions, IOrganisationDirectory organisation, ICallerContext callers, TimeProvider time) : IHandler<PrepareBulkQuery, BulkOffer>
{
    public async Task<Result<BulkOffer>> Handle(PrepareBulkQuery request, CancellationToken cancellationToken)
    {
        var caller = callers.Caller;
        Guid[] ids = [.. request.TaskIds.Distinct().Take(BulkDeed.MostTasks)];
        var tasks = (await context.Tasks.AsNoTracking().Where(t => ids.Contains(t.Id) && (t.State == TaskState.Open || t.State == TaskState.Suspended)).ToListAsync(cancellationToken))
            .FindAll(t => TaskAuthority.MayRead(caller, t) || TaskAuthority.MayReassign(caller, t));
        var own = tasks.FindAll(t => t.State == TaskState.Open && TaskAuthority.CandidateAs(caller, t) is not null);
        return new BulkOffer(await ButtonsAsync(own, cancellationToken), await ColleaguesAsync(tasks, cancellationToken), tasks.Exists(t => TaskAuthority.MayReassign(caller, t)));
    }

    private async Task<BulkButton[]> ButtonsAsync(List<WorkTask> tasks, CancellationToken cancellationToken)
    {
        var found = new List<BulkButton>();
        foreach (var step in tasks.GroupBy(t => (t.ProcessVersionId, t.Element)))
        {
            var definition = await definitions.GetAsync(context, step.Key.ProcessVersionId, cancellationToken);
            if (definition.Locate(step.Key.Element) is not { } node || definitions.FormOf(node).Count > 0)
                continue;
            var signs = CompleteTaskHandler.Signs(node);
            BulkPaper[] papers = signs ? [.. step.Select(t => new BulkPaper(t.Id, t.DossierCode, t.ApplicantName, t.ProcedureName, t.StepName))] : [];
            found.AddRange(node.Actions.Where(a => a is { Kind: ActionKind.Approve, ReasonRequired: false }).Select(a => new BulkButton(a.Key, a.Label, a.LabelEn, step.Count(), signs, papers)));
        }

        return
        [
            .. found.GroupBy(b => (b.Key, b.Label, b.Signs)).Select(g => g.First() with { Tasks = g.Sum(b => b.Tasks), Papers = [.. g.SelectMany(b => b.Papers)] }).OrderByDescending(b => b.Tasks).ThenBy(b => b.Label, StringComparer.Ordinal),
        ];
    }

    private async Task<BulkColleague[]> ColleaguesAsync(List<WorkTask> tasks, CancellationToken cancellationToken)
    {
        var found = new List<BulkColleague>();
        foreach (var (agency, department, role) in tasks.Select(t => (t.AgencyId, t.DepartmentId, t.Role)).Distinct())
        {
            var posts = await organisation.HoldersAsync(agency, department, role, time.GetUtcNow().VietnamDate(), cancellationToken);
            found.AddRange(posts.Where(p => p.HolderId is not null).Select(p => new BulkColleague(p.HolderId!.Value, p.HolderName ?? "", p.Title)));
        }

        return [.. found.DistinctBy(c => c.AccountId).OrderBy(c => c.Name, StringComparer.Ordinal)];
    }
}
