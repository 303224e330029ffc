using Microsoft.EntityFrameworkCore;
using OneStop.Approvals.Contracts.Events;
using OneStop.Approvals.Data;
using OneStop.Approvals.Domain;
using OneStop.Approvals.Engine.Execution;
using OneStop.Kernel.Results;
using OneStop.Kernel.Security;

namespace OneStop.Approvals.Runtime;

/// <summary>Takes instances to another version of their process: asks whether one can go, and lets it go with its rows.</summary>
internal sealed class MigrationDesk(
    ApprovalsDbContext context, DefinitionCache definitions, InstanceRunner runner, StateVault vault, StepRecorder recorder, SignalBook signals, IFieldProtector protector)
{
    /// <summary>Two versions of one process, and what the elements of the first become. Without a mapping the proposed one.</summary>
    public async Task<Result<MigrationMap>> MapAsync(Guid fromVersion, Guid toVersion, IReadOnlyDictionary<string, string>? elements, CancellationToken cancellationToken)
    {
        var keys = await context.ProcessVersions.Where(v => v.Id == fromVersion || v.Id == toVersion).Select(v => v.Key).ToListAsync(cancellationToken);
        if (fromVersion == toVersion)
            return Error.Invalid(ApprovalErrors.SameVersion);
        if (keys.Count < 2)
            return Error.NotFound(ApprovalErrors.VersionMissing);
        if (keys[0] != keys[1])
            return Error.Invalid(ApprovalErrors.OtherProcess);
        var (from, to) = (await definitions.GetAsync(context, fromVersion, cancellationToken), await definitions.GetAsync(context, toVersion, cancellationToken));
        if (elements is null)
            return new MigrationMap(from, to, MigrationMap.Propose(from, to));
        foreach (var (before, after) in elements)
        {
            if (!from.TryFind(before, out var old) || !to.TryFind(after, out var node) || MigrationMap.Unfit(old, node) is not null)
                return Error.Invalid(ApprovalErrors.MappingWrong, before, before);
        }

        return new MigrationMap(from, to, elements);
    }

    public IReadOnlyList<MigrationProblem> Check(MigrationMap map, ProcessInstance instance) => StateMigration.Check(map, vault.Open(instance));

    /// <summary>The instance goes on with the other version, in the caller's transaction; its lock is held and <see cref="Check"/> found nothing.</summary>
    public async Task<Result<Done>> MoveAsync(MigrationMap map, MigrationRun run, ProcessInstance instance, Guid commandId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await runner.WasAppliedAsync(instance.Id, commandId, cancellationToken))
            return Done.Value;
        var state = vault.Open(instance);
        var number = await context.ProcessVersions.Where(v => v.Id == run.ToVersionId).Select(v => v.Number).SingleAsync(cancellationToken);
        var command = new EngineCommand(commandId, new SetVariables(new Dictionary<string, object?>()), run.StartedByName, run.Why);
        var result = StateMigration.Apply(map, state, command, $"{run.Key} {number}", now);

        instance.ProcessVersionId = run.ToVersionId;
        instance.State = vault.Seal(result.State);
        instance.Status = result.State.Status;
        if (result.State.IsEnded)
            instance.EndedAt = now;
        context.AppliedCommands.Add(new AppliedCommand { InstanceId = instance.Id, CommandId = commandId, AppliedAt = now });
        await FollowRowsAsync(map, run, instance, state, now, cancellationToken);
        await signals.KeepAsync(instance.Id, ProcessEngine.AwaitedSignals(map.From, state), ProcessEngine.AwaitedSignals(map.To, result.State), cancellationToken);
        KeepDeed(run, instance, commandId, state, result.State, number, now);
        var deed = new StepDeed(0, "", run.StartedById, run.StartedByName, "", run.Why, new Dictionary<string, string>());
        return await recorder.RecordAsync(instance, result, deed, now, cancellationToken);
    }

    // Ids of tokens and timers stay, so the rows stay: who has the task, when it is due, when the timer fires.
    private async Task FollowRowsAsync(MigrationMap map, MigrationRun run, ProcessInstance instance, InstanceState state, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (instanceId, isDossiersOwn) = (instance.Id, instance is { IsMatter: false, HasDossier: true });
        var own = ProcessEngine.OwnTokens(map.From, state);
        foreach (var task in await context.Tasks.Where(t => t.InstanceId == instanceId && t.ClosedAt == null).ToListAsync(cancellationToken))
        {
            task.ProcessVersionId = run.ToVersionId;
            if (!own.Contains(task.Token) || map.IdOf(task.Element) is not { } id || !map.To.TryFind(id, out var node))
                continue;
            var was = (task.Element, task.StepName, task.StepNameEn);
            (task.Element, task.StepName, task.StepNameEn) = (node.Id, node.Name, node.Step?.NameEn);
            if (was != (task.Element, task.StepName, task.StepNameEn) && isDossiersOwn)
                context.Raise(new StepRenamed(task.DossierId, task.Id, task.Element, task.StepName, task.StepNameEn), now);
        }

        foreach (var job in await context.Jobs.Where(j => j.InstanceId == instanceId).ToListAsync(cancellationToken))
            job.Element = map.IdOf(job.Element) ?? job.Element;
        foreach (var consultation in await context.Consultations.Where(c => c.AskingInstanceId == instanceId && c.State == ConsultationState.Open).ToListAsync(cancellationToken))
            consultation.AskingElement = map.IdOf(consultation.AskingElement) ?? consultation.AskingElement;
        foreach (var incident in await context.Incidents.Where(i => i.InstanceId == instanceId && i.MendedAt == null).ToListAsync(cancellationToken))
            incident.Element = map.IdOf(incident.Element) ?? incident.Element;
    }

    private void KeepDeed(MigrationRun run, ProcessInstance instance, Guid commandId, InstanceState before, InstanceState after, int number, DateTimeOffset now) => context.OperatorDeeds.Add(new OperatorDeed
    {
        Id = commandId,
        InstanceId = instance.Id,
        DossierCode = instance.DossierCode,
        Kind = OperatorDeeds.Migrate,
        Element = "",
        To = $"{run.Key} {number}",
        Why = run.Why,
        Before = InstanceSnapshot.Of(before, []).Seal(protector),
        After = InstanceSnapshot.Of(after, []).Seal(protector),
        At = now,
        ActorId = run.StartedById,
        ActorName = run.StartedByName,
    });
}
