using Microsoft.EntityFrameworkCore;
using OneStop.Approvals.Contracts;
using OneStop.Approvals.Data;
using OneStop.Approvals.Domain;
using OneStop.Approvals.Engine.Definitions;
using OneStop.Approvals.Engine.Execution;
using OneStop.Approvals.Runtime;
using OneStop.Catalogue.Contracts;
using OneStop.Dossiers.Contracts.Events;
using OneStop.Kernel.Data;
using OneStop.Kernel.Events;
using OneStop.Kernel.Results;
using OneStop.Kernel.Time;
using OneStop.Organisation.Contracts;

namespace OneStop.Approvals.Features.OnDossierAccepted;

/// <summary>Starts the process of an accepted dossier. The reception itself has just been done by the clerk who accepted it.</summary>
internal sealed class OnDossierAccepted(
    ApprovalsDbContext context, InstanceRunner runner, StateVault vault, IOrganisationDirectory organisation, IWorkingCalendar calendar) : IEventHandler<DossierAccepted>
{
    public async Task<Result<Done>> Handle(DossierAccepted integrationEvent, EventEnvelope envelope, CancellationToken cancellationToken)
    {
        var accepted = integrationEvent;
        if (await context.Instances.AnyAsync(i => i.DossierId == accepted.DossierId && i.SubjectId == Guid.Empty, cancellationToken))
            return Done.Value;
        if (await FindProcessAsync(accepted, cancellationToken) is not { } versionId)
            return Error.NotFound(ApprovalErrors.ProcessMissing, accepted.ProcessKey);

        int? term = accepted.DueAt is { } due
            ? Math.Max(0, (await calendar.BetweenAsync(accepted.ReceivingAgencyId, accepted.AcceptedAt, due, cancellationToken)).Minutes)
            : null;
        var instance = new ProcessInstance
        {
            Id = EntityId.New(accepted.AcceptedAt),
            ProcessVersionId = versionId,
            DossierId = accepted.DossierId,
            DossierCode = accepted.Code,
            ProcedureCode = accepted.ProcedureCode,
            ProcedureName = accepted.ProcedureName,
            Field = accepted.Field,
            ApplicantName = accepted.ApplicantName,
            PlaceCode = accepted.PlaceCode,
            ReceivingAgencyId = accepted.ReceivingAgencyId,
            IsOnline = accepted.Channel == Channels.Online,
            TermMinutes = term,
            StartedAt = accepted.AcceptedAt,
            Status = InstanceStatus.New,
            State = vault.Seal(InstanceState.Empty),
        };
        context.Instances.Add(instance);

        var start = new EngineCommand(DerivedId.From(envelope.EventId, "start"), new StartInstance(Variables(accepted)), accepted.AcceptedByName);
        var started = await runner.ApplyAsync(instance, start, StepDeed.System, accepted.AcceptedAt, cancellationToken);
        return started.IsFailure ? started.AsFailure<Done>() : await CompleteReceptionAsync(instance, accepted, envelope, cancellationToken);
    }

    private async Task<Result<Done>> CompleteReceptionAsync(ProcessInstance instance, DossierAccepted accepted, EventEnvelope envelope, CancellationToken cancellationToken)
    {
        var definition = await runner.DefinitionOfAsync(instance, cancellationToken);
        var state = vault.Open(instance);
        foreach (var (token, node) in state.Tokens.Where(t => t.State == TokenState.Task).Select(t => (t, ProcessEngine.NodeOf(definition, state, t))).Where(t => t.Item2.Step?.Deed == StepDeeds.Receive))
        {
            var action = node.Actions.First(a => a.Kind == ActionKind.Approve).Key;
            var deed = StepDeed.System with { Token = token.Id, Outcome = StepOutcomes.Approve, ActorId = accepted.AcceptedBy, ActorName = accepted.AcceptedByName };
            var command = new EngineCommand(DerivedId.From(envelope.EventId, token.Node), new Engine.Execution.CompleteTask(token.Id, action), accepted.AcceptedByName);
            var done = await runner.ApplyAsync(instance, command, deed, accepted.AcceptedAt, cancellationToken);
            if (done.IsFailure)
                return done.AsFailure<Done>();
        }

        return Done.Value;
    }

    /// <summary>The process the catalogue names; else the procedure's own; else the default of the level that received the dossier.</summary>
    private async Task<Guid?> FindProcessAsync(DossierAccepted accepted, CancellationToken cancellationToken)
    {
        var agency = await organisation.FindAgencyAsync(accepted.ReceivingAgencyId, cancellationToken);
        var day = accepted.AcceptedAt.VietnamDate();
        foreach (var key in new[] { accepted.ProcessKey, ProcessKeys.OwnOf(accepted.ProcedureCode), ProcessKeys.DefaultOf(agency?.Level ?? Levels.Commune) })
        {
            var version = await context.ProcessVersions.Where(v => v.Key == key && v.ValidFrom <= day && (v.RetiredFrom == null || v.RetiredFrom > day))
                .OrderByDescending(v => v.ValidFrom).ThenByDescending(v => v.Number).Select(v => (Guid?)v.Id).FirstOrDefaultAsync(cancellationToken);
            if (version is not null)
                return version;
        }

        return null;
    }

    private static Dictionary<string, object?> Variables(DossierAccepted accepted)
    {
        var variables = accepted.Answers.ToDictionary(a => a.Key, a => (object?)a.Value, StringComparer.Ordinal);
        variables["dossier.code"] = accepted.Code;
        variables["dossier.procedure"] = accepted.ProcedureCode;
        variables["dossier.channel"] = accepted.Channel;
        variables["dossier.field"] = accepted.Field;
        variables["dossier.place"] = accepted.PlaceCode;
        return variables;
    }
}
