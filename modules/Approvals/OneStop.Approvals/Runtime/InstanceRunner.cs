using Microsoft.EntityFrameworkCore;
using OneStop.Approvals.Data;
using OneStop.Approvals.Domain;
using OneStop.Approvals.Engine.Definitions;
using OneStop.Approvals.Engine.Execution;
using OneStop.Kernel.Data;
using OneStop.Kernel.Results;

namespace OneStop.Approvals.Runtime;

/// <summary>Loads an instance under its lock, lets the engine take one step, and hands what came out to the recorder. One transaction, the caller's.</summary>
internal sealed class InstanceRunner(ApprovalsDbContext context, DefinitionCache definitions, StepRecorder recorder, StateVault vault, IDatabase database)
{
    /// <summary>Writers of one instance queue: two branches completed at once do not collide at the join.</summary>
    public async Task<ProcessInstance?> LockAsync(Guid instanceId, CancellationToken cancellationToken)
    {
        await database.LockAsync(context, $"approvals:{instanceId}", cancellationToken);
        return await context.Instances.SingleOrDefaultAsync(i => i.Id == instanceId, cancellationToken);
    }

    public async Task<ProcessInstance?> LockByDossierAsync(Guid dossierId, CancellationToken cancellationToken)
    {
        var id = await context.Instances.Where(i => i.DossierId == dossierId && i.SubjectId == Guid.Empty).Select(i => (Guid?)i.Id).SingleOrDefaultAsync(cancellationToken);
        return id is { } found ? await LockAsync(found, cancellationToken) : null;
    }

    public Task<ProcessDefinition> DefinitionOfAsync(ProcessInstance instance, CancellationToken cancellationToken) =>
        definitions.GetAsync(context, instance.ProcessVersionId, cancellationToken);

    public Task<bool> WasAppliedAsync(Guid instanceId, Guid commandId, CancellationToken cancellationToken) =>
        context.AppliedCommands.AnyAsync(c => c.InstanceId == instanceId && c.CommandId == commandId, cancellationToken);

    public async Task<Result<Refusal>> ApplyAsync(ProcessInstance instance, EngineCommand command, StepDeed deed, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var definition = await DefinitionOfAsync(instance, cancellationToken);
        var state = vault.Open(instance);
        if (await WasAppliedAsync(instance.Id, command.Id, cancellationToken))
            state = state with { Applied = [command.Id] };
        var result = ProcessEngine.Step(definition, state, command, now);
        if (result.Refusal != Refusal.None)
            return result.Refusal;

        instance.State = vault.Seal(result.State);
        instance.Status = result.State.Status;
        if (result.State.IsEnded)
            instance.EndedAt = now;
        context.AppliedCommands.Add(new AppliedCommand { InstanceId = instance.Id, CommandId = command.Id, AppliedAt = now });
        var recorded = await recorder.RecordAsync(instance, definition, result, deed, now, cancellationToken);
        return recorded.IsFailure ? recorded.AsFailure<Refusal>() : Refusal.None;
    }
}
