using System.Globalization;
using Microsoft.EntityFrameworkCore;
using OneStop.Approvals.Data;
using OneStop.Approvals.Domain;
using OneStop.Approvals.Engine.Execution;
using OneStop.Approvals.Runtime;
using OneStop.Kernel.Data;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Results;

namespace OneStop.Approvals.Features.RunDueJob;

/// <summary>Fires one timer or runs one service that a worker has claimed.</summary>
[Requires(Permissions.SystemOnly)]
internal sealed record RunDueJobCommand(Guid JobId) : ICommand;

internal sealed class RunDueJobHandler(ApprovalsDbContext context, InstanceRunner runner, ProcessStarts starts, IDatabase database, LateNotice lateNotice, StepWarnings warnings, ConsultationBook consultations, ProcessQuestions questions, TimeProvider time)
    : IHandler<RunDueJobCommand, Done>
{
    private const int MostAttempts = 5;

    public async Task<Result<Done>> Handle(RunDueJobCommand request, CancellationToken cancellationToken)
    {
        var row = await context.Jobs.AsNoTracking().Where(j => j.Id == request.JobId).Select(j => new { j.InstanceId, j.Kind }).SingleOrDefaultAsync(cancellationToken);
        if (row is { Kind: JobKind.Start })
            return await StartAsync(request.JobId, cancellationToken);
        var instanceId = row?.InstanceId;
        if (instanceId is null || await runner.LockAsync(instanceId.Value, cancellationToken) is not { } instance)
            return Done.Value;
        // Read under the lock: the step may have been completed, and the timer cancelled, while this node was on its way.
        if (await context.Jobs.SingleOrDefaultAsync(j => j.Id == request.JobId, cancellationToken) is not { } job)
            return Done.Value;

        if (job.Service is ServiceNames.NotifyLate or ServiceNames.EscalateLate && await lateNotice.NotLateBeforeAsync(instance, cancellationToken) is { } later)
        {
            (job.DueAt, job.LeasedUntil) = (later, null);
            return Done.Value;
        }

        context.Jobs.Remove(job);
        if (job.Kind == JobKind.Warning)
        {
            await warnings.SendAsync(job, time.GetUtcNow(), cancellationToken);
            return Done.Value;
        }

        if (job.Kind == JobKind.Breach)
        {
            await lateNotice.SendAsync(instance, cancellationToken, job.Number);
            return Done.Value;
        }

        var @event = job.Kind == JobKind.Timer ? new FireTimer(job.Number) : await RunServiceAsync(instance, job, cancellationToken);
        if (@event.IsFailure)
            return @event.AsFailure<Done>();
        var applied = await runner.ApplyAsync(instance, new EngineCommand(DerivedId.From(job.Id, "run"), @event.Value), StepDeed.System, time.GetUtcNow(), cancellationToken);
        return applied.IsFailure ? applied.AsFailure<Done>() : Done.Value;
    }

    private async Task<Result<Done>> StartAsync(Guid jobId, CancellationToken cancellationToken)
    {
        // A lease may run out while its node still works: whoever comes second finds the job gone.
        await database.LockAsync(context, $"approvals:start:{jobId}", cancellationToken);
        return await context.Jobs.SingleOrDefaultAsync(j => j.Id == jobId, cancellationToken) is { } job ? await starts.FireAsync(job, time.GetUtcNow(), cancellationToken) : Done.Value;
    }

    private async Task<Result<EngineEvent>> RunServiceAsync(ProcessInstance instance, ProcessJob job, CancellationToken cancellationToken)
    {
        if (job.Attempts >= MostAttempts)
            return new ServiceFailed(job.Number, "incident.service_failed", $"{job.Service}: {job.Attempts}");
        switch (job.Service)
        {
            case ServiceNames.NotifyLate:
                await lateNotice.SendAsync(instance, cancellationToken);
                break;
            case ServiceNames.EscalateLate:
                await lateNotice.EscalateAsync(instance, cancellationToken);
                break;
            case ServiceNames.HandleSilence:
                var (silence, again) = await consultations.HandleSilenceAsync(instance, time.GetUtcNow(), cancellationToken);
                return new ServiceDone(job.Number, new Dictionary<string, object?> { ["silence"] = silence, ["dueAt"] = again.ToString("O", CultureInfo.InvariantCulture) });
            case ServiceNames.AskOpinions:
                return await questions.AskAsync(instance, job, time.GetUtcNow(), cancellationToken);
            default:
                return new ServiceFailed(job.Number, "incident.unknown_service", job.Service ?? "");
        }

        return new ServiceDone(job.Number, new Dictionary<string, object?>());
    }
}
