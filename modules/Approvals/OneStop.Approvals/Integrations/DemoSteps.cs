using Microsoft.EntityFrameworkCore;
using OneStop.Approvals.Contracts;
using OneStop.Approvals.Data;
using OneStop.Approvals.Domain;
using OneStop.Approvals.Features.AskSupplement;
using OneStop.Approvals.Features.CompleteTask;
using OneStop.Kernel.Callers;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Results;
using OneStop.Kernel.Time;
using OneStop.Organisation.Contracts;

namespace OneStop.Approvals.Integrations;

internal sealed class DemoSteps(ApprovalsDbContext context, IOrganisationDirectory organisation, ISystemDispatcher dispatcher, TimeProvider time) : IDemoSteps
{
    public async Task<bool> ApproveAsync(Guid dossierId, string? matter, IReadOnlyDictionary<string, string> answers, CancellationToken cancellationToken)
    {
        if (await OpenAsync(dossierId, matter, cancellationToken) is not { } task)
            return false;
        var command = new CompleteTaskCommand(task.Id, Guid.NewGuid(), MatterActions.Approve, null, answers);
        Must(task, await dispatcher.SendAs(await HolderAsync(task, cancellationToken), command, cancellationToken));
        return true;
    }

    public async Task AskSupplementAsync(Guid dossierId, IReadOnlyList<string> items, string reason, CancellationToken cancellationToken)
    {
        var task = await OpenAsync(dossierId, null, cancellationToken) ?? throw new InvalidOperationException($"No step of dossier {dossierId} is open.");
        Must(task, await dispatcher.SendAs(await HolderAsync(task, cancellationToken), new AskSupplementCommand(task.Id, Guid.NewGuid(), items, reason, null, null), cancellationToken));
    }

    private Task<WorkTask?> OpenAsync(Guid dossierId, string? matter, CancellationToken cancellationToken) =>
        context.Tasks.AsNoTracking()
            .Where(t => t.DossierId == dossierId && t.State == TaskState.Open && context.Instances.Any(i => i.Id == t.InstanceId && i.Matter == matter))
            .OrderBy(t => t.Id).FirstOrDefaultAsync(cancellationToken);

    private async Task<Caller> HolderAsync(WorkTask task, CancellationToken cancellationToken)
    {
        var posts = await organisation.HoldersAsync(task.AgencyId, task.DepartmentId, task.Role, time.GetUtcNow().VietnamDate(), cancellationToken);
        var post = posts.FirstOrDefault(p => p.HolderId is not null) ?? throw new InvalidOperationException($"Nobody holds the post of {task.Role} at {task.AgencyName}.");
        return new Caller(
            post.HolderId, post.HolderName ?? "", CallerKind.Staff,
            [new Assignment(post.Role, Reach.Unit, post.AgencyId, post.AgencyPath, post.DepartmentId, post.Id, post.Title)]);
    }

    private static void Must<T>(WorkTask task, Result<T> result)
    {
        if (result.IsFailure)
            throw new InvalidOperationException($"{task.Element}: {string.Join(", ", result.Errors.Select(e => $"{e.Code} {e.Field}"))}");
    }
}
