using Microsoft.EntityFrameworkCore;
using OneStop.Approvals.Data;
using OneStop.Approvals.Domain;
using OneStop.Approvals.Engine.Definitions;
using OneStop.Approvals.Engine.Execution;
using OneStop.Kernel.Callers;
using OneStop.Kernel.Results;
using OneStop.Kernel.Time;
using OneStop.Organisation.Contracts;

namespace OneStop.Approvals.Runtime;

/// <summary>A task the caller may act on now, under the lock of its instance, and the post that allows it.</summary>
internal sealed record EnteredTask(WorkTask Task, ProcessInstance Instance, Assignment As, FlowNode Node, ITaskCommand Command)
{
    /// <summary>Whom the task belongs to when the caller takes it: the absent one, where it is done in his place, so that it is his again afterwards.</summary>
    public (Guid Id, string Name) HolderFor(Caller caller) => As.InPlaceOf is { } absent ? (absent.AccountId, absent.Name) : (caller.Id, caller.Name);
}

/// <summary>The one door to acting on a task: existence, scope, colleague, state, repeated command, action offered.</summary>
internal sealed class TaskGate(ApprovalsDbContext context, InstanceRunner runner, IOrganisationDirectory organisation, ICallerContext callers, TimeProvider time)
{
    /// <summary>A deed that the step's file offers as a button.</summary>
    public Task<Result<T>> ActAsync<T>(
        ITaskCommand command, ActionKind offered, Func<EnteredTask, Task<Result<T>>> act, Func<WorkTask, Task<Result<T>>> replayed, CancellationToken cancellationToken) =>
        EnterAsync(
            command, decides: true,
            entered => entered.Node.Actions.Any(a => a.Kind == offered) ? act(entered) : Task.FromResult<Result<T>>(Error.Invalid(ApprovalErrors.UnknownAction)),
            replayed, cancellationToken);

    public Task<Result<Done>> ActAsync(ITaskCommand command, ActionKind offered, Func<EnteredTask, Task<Result<Done>>> act, CancellationToken cancellationToken) =>
        ActAsync(command, offered, act, DoneBefore, cancellationToken);

    /// <summary>A deed that no button offers and that decides all the same.</summary>
    public Task<Result<Done>> DecideAsync(ITaskCommand command, Func<EnteredTask, Task<Result<Done>>> act, CancellationToken cancellationToken) =>
        EnterAsync(command, decides: true, act, DoneBefore, cancellationToken);

    /// <summary>A deed about who has the task, which a colleague who only prepares it may do too.</summary>
    public Task<Result<Done>> HoldAsync(ITaskCommand command, Func<EnteredTask, Task<Result<Done>>> act, CancellationToken cancellationToken) =>
        EnterAsync(command, decides: false, act, DoneBefore, cancellationToken);

    /// <param name="command">Its task and its id; an empty id is that of one that may be repeated.</param>
    /// <param name="decides">Whether the deed decides the step, which a colleague who only prepares it may not.</param>
    /// <param name="act">What is done when nothing forbids it.</param>
    /// <param name="replayed">The same command was applied before: what it answers then, doing nothing.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<Result<T>> EnterAsync<T>(
        ITaskCommand command, bool decides, Func<EnteredTask, Task<Result<T>>> act, Func<WorkTask, Task<Result<T>>> replayed, CancellationToken cancellationToken)
    {
        if (await FindAsync(command.TaskId, cancellationToken) is not { } found)
            return ApprovalErrors.Missing();
        var (task, instance) = found;
        var standsInFor = await StandsInForAsync(organisation, callers.Caller, time.GetUtcNow(), cancellationToken);
        var caller = callers.Caller.InPlaceOnlyOf(standsInFor);
        if (TaskAuthority.CandidateAs(caller, task) is not { } assignment)
            return TaskAuthority.MayRead(caller, task) ? Error.Forbidden(ApprovalErrors.NotYours) : ApprovalErrors.Missing();
        if (await runner.WasAppliedAsync(instance.Id, command.CommandId, cancellationToken))
            return await replayed(task);
        if (!task.IsOpen)
            return Closed(task);
        if (task.State == TaskState.Suspended)
            return Error.RuleBroken(ApprovalErrors.Waiting);
        if (!TaskAuthority.MayAct(caller, task, standsInFor))
            return Error.Conflict(ApprovalErrors.TakenByColleague, task.AssigneeName);
        if (decides && task is { IsDelegated: true, DelegateMayFinish: false })
            return Error.RuleBroken(ApprovalErrors.OnlyPrepares, task.OwnerName);
        return await act(new EnteredTask(task, instance, assignment, await runner.NodeOfAsync(instance, task, cancellationToken), command));
    }

    /// <summary>The task and its instance under the instance's lock; null where there is none.</summary>
    public async Task<(WorkTask Task, ProcessInstance Instance)?> FindAsync(Guid taskId, CancellationToken cancellationToken)
    {
        var instanceId = await context.Tasks.Where(t => t.Id == taskId).Select(t => (Guid?)t.InstanceId).SingleOrDefaultAsync(cancellationToken);
        if (instanceId is null || await runner.LockAsync(instanceId.Value, cancellationToken) is not { } instance)
            return null;
        return (await context.Tasks.SingleAsync(t => t.Id == taskId, cancellationToken), instance);
    }

    /// <summary>Lets the engine take the step and answers what a refusal means to the one who asked.</summary>
    public async Task<Result<Done>> ApplyAsync(WorkTask task, ProcessInstance instance, EngineCommand command, StepDeed deed, CancellationToken cancellationToken)
    {
        var applied = await runner.ApplyAsync(instance, command, deed, time.GetUtcNow(), cancellationToken);
        if (applied.IsFailure)
            return applied.AsFailure<Done>();
        return Explain(applied.Value, task) is { } error ? error : Done.Value;
    }

    /// <summary>The same by whoever entered the task.</summary>
    public Task<Result<Done>> ApplyAsync(EnteredTask entered, EngineEvent what, StepDeed deed, CancellationToken cancellationToken, string? note = null) =>
        ApplyAsync(entered.Task, entered.Instance, new EngineCommand(entered.Command.CommandId, what, callers.Caller.Name, note), deed, cancellationToken);

    /// <summary>A line in the task's history that moves nothing.</summary>
    public Task<Result<Done>> RemarkAsync(EnteredTask entered, string action, string? note, CancellationToken cancellationToken) =>
        ApplyAsync(entered, new Remark(entered.Task.Token, action), Deed(entered, action, note), cancellationToken, note);

    public StepDeed Deed(EnteredTask entered, string outcome, string? comment, IReadOnlyDictionary<string, string>? fields = null) =>
        StepDeed.By(callers.Caller, entered.As, entered.Task.Token, outcome, comment, fields);

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

    private static Task<Result<Done>> DoneBefore(WorkTask task) => Task.FromResult<Result<Done>>(Done.Value);

    /// <summary>What an engine refusal means to the one who asked; null when there is nothing to complain about.</summary>
    private static Error? Explain(Refusal refusal, WorkTask task) => refusal switch
    {
        Refusal.None or Refusal.AlreadyApplied => null,
        Refusal.Gone => Closed(task),
        Refusal.UnknownAction => Error.Invalid(ApprovalErrors.UnknownAction),
        Refusal.NotAnEarlierStep => Error.Invalid(ApprovalErrors.NotAnEarlierStep),
        Refusal.NothingWaits => Error.RuleBroken(ApprovalErrors.Waiting),
        _ => Error.RuleBroken(ApprovalErrors.InstanceEnded),
    };
}
