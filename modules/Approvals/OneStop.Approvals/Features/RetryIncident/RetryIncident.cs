using Microsoft.EntityFrameworkCore;
using OneStop.Approvals.Data;
using OneStop.Approvals.Domain;
using OneStop.Approvals.Engine.Execution;
using OneStop.Approvals.Runtime;
using OneStop.Kernel.Callers;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Results;

namespace OneStop.Approvals.Features.RetryIncident;

/// <summary>Tries again what stopped a process, after an operator has mended the cause.</summary>
[Requires(Permissions.Operate)]
internal sealed record RetryIncidentCommand(Guid IncidentId, Guid CommandId) : ICommand, IAudited
{
    public string? AuditSubject => IncidentId.ToString();
}

internal sealed class RetryIncidentHandler(ApprovalsDbContext context, InstanceRunner runner, TaskBook book, ICallerContext callers, TimeProvider time)
    : IHandler<RetryIncidentCommand, Done>
{
    public async Task<Result<Done>> Handle(RetryIncidentCommand request, CancellationToken cancellationToken)
    {
        var incident = await context.Incidents.SingleOrDefaultAsync(i => i.Id == request.IncidentId, cancellationToken);
        if (incident is null || await runner.LockAsync(incident.InstanceId, cancellationToken) is not { } instance)
            return Error.NotFound(ApprovalErrors.IncidentMissing);
        await context.Entry(incident).ReloadAsync(cancellationToken);
        if (incident.MendedAt is not null)
            return Done.Value;

        var now = time.GetUtcNow();
        if (incident.Code == TaskBook.NobodyCompetent)
        {
            incident.MendedAt = now;
            return await ResolveAgainAsync(instance, incident, now, cancellationToken);
        }

        var command = new EngineCommand(request.CommandId, new Retry(incident.Token, new Dictionary<string, object?>()), callers.Caller.Name);
        var applied = await runner.ApplyAsync(instance, command, StepDeed.System, now, cancellationToken);
        return applied.IsFailure ? applied.AsFailure<Done>() : Done.Value;
    }

    private async Task<Result<Done>> ResolveAgainAsync(ProcessInstance instance, Incident incident, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await book.FindOpenAsync(instance.Id, incident.Token, cancellationToken) is not { } task)
            return Done.Value;
        task.Close(TaskState.Withdrawn, "", null, null, "", now);
        await book.OpenAsync(instance, await runner.NodeOfAsync(instance, task, cancellationToken), task.Token, now, cancellationToken);
        return Done.Value;
    }
}
