using Microsoft.EntityFrameworkCore;
using OneStop.Approvals.Data;
using OneStop.Approvals.Domain;
using OneStop.Approvals.Engine.Execution;
using OneStop.Kernel.Callers;
using OneStop.Kernel.Results;
using OneStop.Kernel.Time;
using OneStop.Organisation.Contracts;

namespace OneStop.Approvals.Runtime;

/// <summary>A task the caller may act on now, under the lock of its instance. Replayed: the same command was applied before; answer as then, do nothing.</summary>
internal sealed record EnteredTask(WorkTask Task, ProcessInstance Instance, Assignment As, bool Replayed);

/// <summary>The one door to acting on a task: existence, scope, colleague, state, repeated command.</summary>
internal sealed class TaskGate(ApprovalsDbContext context, InstanceRunner runner, IOrganisationDirectory organisation, ICallerContext callers, TimeProvider time)
{
    /// <param name="taskId">The task.</param>
    /// <param name="commandId">Id of the command; empty for one that may be repeated.</param>
    /// <param name="decides">Whether the deed decides the step, which a colleague who only prepares it may not.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<Result<EnteredTask>> EnterAsync(Guid taskId, Guid commandId, CancellationToken cancellationToken, bool decides = true)
    {
        var caller = callers.Caller;
        var instanceId = await context.Tasks.Where(t => t.Id == taskId).Select(t => (Guid?)t.InstanceId).SingleOrDefaultAsync(cancellationToken);
        if (instanceId is null || await runner.LockAsync(instanceId.Value, cancellationToken) is not { } instance)
            return ApprovalErrors.Missing();
        var task = await context.Tasks.SingleAsync(t => t.Id == taskId, cancellationToken);
        if (TaskAuthority.CandidateAs(caller, task) is not { } assignment)
            return TaskAuthority.MayRead(caller, task) ? Error.Forbidden(ApprovalErrors.NotYours) : ApprovalErrors.Missing();
        if (await runner.WasAppliedAsync(instance.Id, commandId, cancellationToken))
            return new EnteredTask(task, instance, assignment, Replayed: true);
        if (!task.IsOpen)
            return Closed(task);
        if (task.State == TaskState.Suspended)
            return Error.RuleBroken(ApprovalErrors.Waiting);
        if (!TaskAuthority.MayAct(caller, task, await StandsInForAsync(organisation, caller, time.GetUtcNow(), cancellationToken)))
            return Error.Conflict(ApprovalErrors.TakenByColleague, task.AssigneeName);
        if (decides && task is { IsDelegated: true, DelegateMayFinish: false })
            return Error.RuleBroken(ApprovalErrors.OnlyPrepares, task.OwnerName);
        return new EnteredTask(task, instance, assignment, Replayed: false);
    }

    /// <summary>Keeps the id of a command that the engine never sees, so that sending it again does nothing.</summary>
    public void Remember(ProcessInstance instance, Guid commandId)
    {
        if (commandId != Guid.Empty)
            context.AppliedCommands.Add(new AppliedCommand { InstanceId = instance.Id, CommandId = commandId, AppliedAt = time.GetUtcNow() });
    }

    public static async Task<IReadOnlySet<Guid>> StandsInForAsync(IOrganisationDirectory organisation, Caller caller, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (caller.AccountId is not { } id)
            return new HashSet<Guid>();
        var posts = await organisation.PostsOfAsync(id, now.VietnamDate(), cancellationToken);
        return posts.Where(p => p.SubstituteId == id && p.HolderId is not null && p.HolderId != id).Select(p => p.HolderId!.Value).ToHashSet();
    }

    public static Error Closed(WorkTask task) => Error.Conflict(
        ApprovalErrors.AlreadyDone,
        task.ClosedByName,
        task.ClosedAt?.ToVietnam().ToString("HH:mm dd/MM/yyyy", System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>What an engine refusal means to the one who asked; null when there is nothing to complain about.</summary>
    public static Error? Explain(Refusal refusal, WorkTask task) => refusal switch
    {
        Refusal.None or Refusal.AlreadyApplied => null,
        Refusal.Gone => Closed(task),
        Refusal.UnknownAction => Error.Invalid(ApprovalErrors.UnknownAction),
        Refusal.NotAnEarlierStep => Error.Invalid(ApprovalErrors.NotAnEarlierStep),
        Refusal.NothingWaits => Error.RuleBroken(ApprovalErrors.Waiting),
        _ => Error.RuleBroken(ApprovalErrors.InstanceEnded),
    };
}
