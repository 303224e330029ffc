using System.Globalization;
using Microsoft.EntityFrameworkCore;
using OneStop.Approvals.Contracts;
using OneStop.Approvals.Data;
using OneStop.Approvals.Domain;
using OneStop.Approvals.Engine.Execution;
using OneStop.Kernel.Callers;
using OneStop.Kernel.Results;
using OneStop.Kernel.Security;
using OneStop.Kernel.Time;

namespace OneStop.Approvals.Runtime;

/// <summary>An open incident under the lock of its instance. Replayed: the same command was applied before; answer as then, do nothing.</summary>
internal sealed record EnteredIncident(Incident Incident, ProcessInstance Instance, bool Replayed);

/// <summary>The one door to mending an incident: who, why, what it was like before and after, and never twice.</summary>
internal sealed class IncidentDesk(
    ApprovalsDbContext context, InstanceRunner runner, StateVault vault, IFieldProtector protector, ICallerContext callers, TimeProvider time)
{
    public async Task<Result<EnteredIncident>> EnterAsync(Guid incidentId, Guid commandId, CancellationToken cancellationToken)
    {
        var instanceId = await context.Incidents.Where(i => i.Id == incidentId).Select(i => (Guid?)i.InstanceId).SingleOrDefaultAsync(cancellationToken);
        if (instanceId is null || await runner.LockAsync(instanceId.Value, cancellationToken) is not { } instance)
            return Error.NotFound(ApprovalErrors.IncidentMissing);
        var incident = await context.Incidents.SingleAsync(i => i.Id == incidentId, cancellationToken);
        if (await context.OperatorDeeds.AnyAsync(d => d.Id == commandId, cancellationToken))
            return new EnteredIncident(incident, instance, Replayed: true);
        return incident.MendedAt is null
            ? new EnteredIncident(incident, instance, Replayed: false)
            : Error.Conflict(ApprovalErrors.IncidentMended, incident.MendedByName ?? "", Written(incident.MendedAt.Value));
    }

    /// <summary>Lets the engine do the deed and keeps the record of it, in the caller's transaction.</summary>
    public async Task<Result<Done>> DoAsync(
        EnteredIncident entered, Guid commandId, string kind, EngineEvent @event, string why, string? to, IReadOnlyCollection<string> names, CancellationToken cancellationToken)
    {
        var (incident, instance, _) = entered;
        var now = time.GetUtcNow();
        var before = InstanceSnapshot.Of(vault.Open(instance), names);
        var caller = callers.Caller;
        var deed = new StepDeed(incident.Token, StepOutcomes.Operator, caller.AccountId, caller.Name, "", why, new Dictionary<string, string>());
        var applied = await runner.ApplyAsync(instance, new EngineCommand(commandId, @event, caller.Name, why), deed, now, cancellationToken);
        if (applied.IsFailure)
            return applied.AsFailure<Done>();
        if (Explain(applied.Value) is { } error)
            return error;
        Keep(entered, commandId, kind, why, to, before, InstanceSnapshot.Of(vault.Open(instance), names), now);
        return Done.Value;
    }

    /// <summary>The record of a deed, and with it the end of the incident unless the deed was only a note.</summary>
    public void Keep(EnteredIncident entered, Guid commandId, string kind, string why, string? to, InstanceSnapshot before, InstanceSnapshot after, DateTimeOffset now)
    {
        var (incident, instance, _) = entered;
        var caller = callers.Caller;
        if (kind != OperatorDeeds.Note)
        {
            incident.MendedAt = now;
            incident.MendedById = caller.AccountId;
            incident.MendedByName = caller.Name;
            incident.Remedy = kind;
        }

        context.OperatorDeeds.Add(new OperatorDeed
        {
            Id = commandId,
            InstanceId = instance.Id,
            IncidentId = incident.Id,
            DossierCode = instance.DossierCode,
            Kind = kind,
            Element = incident.Element,
            Token = incident.Token,
            To = to,
            Why = why,
            Before = before.Seal(protector),
            After = after.Seal(protector),
            At = now,
            ActorId = caller.AccountId,
            ActorName = caller.Name,
        });
    }

    public InstanceSnapshot Look(ProcessInstance instance) => InstanceSnapshot.Of(vault.Open(instance), []);

    private static Error? Explain(Refusal refusal) => refusal switch
    {
        Refusal.None or Refusal.AlreadyApplied => null,
        Refusal.NotSkippable => Error.RuleBroken(ApprovalErrors.NotSkippable),
        Refusal.NotATarget => Error.RuleBroken(ApprovalErrors.NotATarget),
        Refusal.InstanceEnded => Error.RuleBroken(ApprovalErrors.InstanceEnded),
        _ => Error.Conflict(CommonErrors.ChangedMeanwhile),
    };

    private static string Written(DateTimeOffset at) => at.ToVietnam().ToString("HH:mm dd/MM/yyyy", CultureInfo.InvariantCulture);
}
