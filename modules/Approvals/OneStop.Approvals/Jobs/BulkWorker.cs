using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OneStop.Approvals.Data;
using OneStop.Approvals.Domain;
using OneStop.Approvals.Features.ClaimTask;
using OneStop.Approvals.Features.CompleteTask;
using OneStop.Approvals.Features.DelegateTask;
using OneStop.Approvals.Features.ReassignTask;
using OneStop.Approvals.Features.ReleaseTask;
using OneStop.Approvals.Features.RunBulk;
using OneStop.Approvals.Runtime;
using OneStop.Identity.Contracts;
using OneStop.Kernel.Callers;
using OneStop.Kernel.Data;
using OneStop.Kernel.Jobs;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Results;

namespace OneStop.Approvals.Jobs;

/// <summary>
/// Does deeds on many tasks once their time to undo has passed: each task by the same command as from its own page, in the name of who asked.
/// The command's id follows from deed and task, so a node that goes on where another has stopped does nothing twice.
/// </summary>
internal sealed class BulkWorker(IServiceScopeFactory scopes, ISystemDispatcher dispatcher, IDatabase database, BulkSignal signal, TimeProvider time, ILogger<BulkWorker> logger)
    : QueueWorker(signal, TimeSpan.FromSeconds(3), time, logger)
{
    private const int Batch = 4;
    private static readonly Dictionary<string, string> NoFields = [];
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);

    public override async Task<int> RunDueAsync(CancellationToken cancellationToken)
    {
        IReadOnlyList<Guid> claimed;
        await using (var scope = scopes.CreateAsyncScope())
        {
            var context = scope.ServiceProvider.GetRequiredService<ApprovalsDbContext>();
            claimed = await database.ClaimDueAsync<BulkDeed>(context, Time.GetUtcNow(), Batch, Lease, cancellationToken);
        }

        foreach (var id in claimed)
            await RunAsync(id, cancellationToken);
        return claimed.Count;
    }

    private async Task RunAsync(Guid deedId, CancellationToken cancellationToken)
    {
        var started = await dispatcher.Send(new StartBulkCommand(deedId), cancellationToken);
        // Undone in the same moment: whoever looks next finds it so.
        if (!started.TryGet(out var work) || work is not { Deed: { } deed })
            return;
        var caller = await CallerOfAsync(deed.AccountId, cancellationToken);
        foreach (var taskId in work.TaskIds)
        {
            var outcome = caller is null ? Error.Forbidden(CommonErrors.NotAllowed) : await DoAsync(deed, caller, taskId, cancellationToken);
            await dispatcher.Send(new RecordBulkCommand(deedId, taskId, outcome), cancellationToken);
        }
    }

    private async Task<Caller?> CallerOfAsync(Guid accountId, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ICallerDirectory>().FindStaffAsync(accountId, cancellationToken);
    }

    /// <summary>The reason why one task was not done; null when it was.</summary>
    private async Task<Error?> DoAsync(BulkDeed deed, Caller caller, Guid taskId, CancellationToken cancellationToken)
    {
        var commandId = DerivedId.From(deed.Id, taskId.ToString("N"));
        try
        {
            return deed.Kind switch
            {
                BulkKind.Claim => Problem(await dispatcher.SendAs(caller, new ClaimTaskCommand(taskId, commandId), cancellationToken)),
                BulkKind.Release => Problem(await dispatcher.SendAs(caller, new ReleaseTaskCommand(taskId, commandId), cancellationToken)),
                BulkKind.Delegate => Problem(await dispatcher.SendAs(caller, new DelegateTaskCommand(taskId, commandId, deed.ColleagueId!.Value, deed.MayFinish, deed.Reason), cancellationToken)),
                BulkKind.Reassign => Problem(await dispatcher.SendAs(caller, new ReassignTaskCommand(taskId, commandId, deed.ColleagueId!.Value, deed.Reason ?? ""), cancellationToken)),
                _ => Problem(await dispatcher.SendAs(caller, new CompleteTaskCommand(taskId, commandId, deed.Action ?? "", deed.Reason, NoFields) { Label = deed.ActionLabel ?? "", Signs = deed.Kind == BulkKind.Sign }, cancellationToken)),
            };
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            Logger.LogError(exception, "Task {TaskId} of deed {DeedId} failed", taskId, deed.Id);
            return Error.Unavailable(CommonErrors.TryAgainLater);
        }
    }

    private static Error? Problem<T>(Result<T> result) => result.IsSuccess ? null : result.Error;
}
