using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OneStop.Approvals.Data;
using OneStop.Approvals.Domain;
using OneStop.Approvals.Features.Remind;
using OneStop.Approvals.Features.RunDueJob;
using OneStop.Approvals.Runtime;
using OneStop.Kernel.Data;
using OneStop.Kernel.Jobs;
using OneStop.Kernel.Requests;

namespace OneStop.Approvals.Jobs;

/// <summary>Claims due timers, services and reminders, and sends one request for each. Nodes race for them; each is taken once.</summary>
internal sealed class DueJobWorker(
    IServiceScopeFactory scopes, ISystemDispatcher dispatcher, IDatabase database, JobSignal signal, TimeProvider time, ILogger<DueJobWorker> logger)
    : QueueWorker(signal, TimeSpan.FromSeconds(5), time, logger)
{
    private const int Batch = 32;
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);

    public override async Task<int> RunDueAsync(CancellationToken cancellationToken)
    {
        IReadOnlyList<Guid> claimed, reminders;
        await using (var scope = scopes.CreateAsyncScope())
        {
            var context = scope.ServiceProvider.GetRequiredService<ApprovalsDbContext>();
            claimed = await database.ClaimDueAsync<ProcessJob>(context, Time.GetUtcNow(), Batch, Lease, cancellationToken);
            reminders = await database.ClaimDueAsync<FollowUp>(context, Time.GetUtcNow(), Batch, Lease, cancellationToken);
        }

        foreach (var job in claimed)
        {
            var result = await dispatcher.Send(new RunDueJobCommand(job), cancellationToken);
            if (result.IsFailure)
                await PostponeAsync(job, result.Error.Code, cancellationToken);
        }

        foreach (var reminder in reminders)
            await dispatcher.Send(new RemindCommand(reminder), cancellationToken);
        return claimed.Count + reminders.Count;
    }

    private async Task PostponeAsync(Guid jobId, string why, CancellationToken cancellationToken)
    {
        Logger.LogWarning("Job {JobId} did not run: {Reason}", jobId, why);
        await using var scope = scopes.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<ApprovalsDbContext>();
        if (await context.Jobs.SingleOrDefaultAsync(j => j.Id == jobId, cancellationToken) is not { } job)
            return;
        job.Attempts++;
        job.LeasedUntil = null;
        job.DueAt = Time.GetUtcNow() + TimeSpan.FromSeconds(Math.Min(600, Math.Pow(2, job.Attempts)));
        await context.SaveChangesAsync(cancellationToken);
    }
}
