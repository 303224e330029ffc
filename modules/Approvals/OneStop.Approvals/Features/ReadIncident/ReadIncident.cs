using System.Globalization;
using Microsoft.EntityFrameworkCore;
using OneStop.Approvals.Data;
using OneStop.Approvals.Domain;
using OneStop.Approvals.Engine.Definitions;
using OneStop.Approvals.Engine.Execution;
using OneStop.Approvals.Runtime;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Results;
using OneStop.Kernel.Security;

namespace OneStop.Approvals.Features.ReadIncident;

/// <summary>One incident with what can be done about it. Of the variables only those that the element itself looks at.</summary>
[Requires(Permissions.Operate)]
internal sealed record ReadIncidentQuery(Guid IncidentId) : IQuery<IncidentView>;

internal sealed record IncidentView(
    Guid Id, Guid DossierId, string DossierCode, string ProcedureName, string ProcessKey, int VersionNumber, string Element, string ElementName, string? ElementNameEn,
    string Code, string? Detail, DateTimeOffset RaisedAt, DateTimeOffset? MendedAt, string? MendedByName, string? Remedy, bool IsMatter,
    IReadOnlyList<IncidentVariable> Variables, bool MaySkip, IReadOnlyList<IncidentTarget> Targets, IReadOnlyList<string> OpenSteps, IReadOnlyList<DeedRow> Deeds);

internal sealed record IncidentVariable(string Name, VariableKind Kind, string Text, bool IsKnown);

internal sealed record IncidentTarget(string Element, string Name, string? NameEn, FlowNodeKind Kind);

internal sealed record DeedRow(Guid Id, string Kind, string Element, string? To, string Why, DateTimeOffset At, string ActorName, InstanceSnapshot Before, InstanceSnapshot After);

internal sealed class ReadIncidentHandler(ApprovalsDbContext context, InstanceRunner runner, StateVault vault, IFieldProtector protector) : IHandler<ReadIncidentQuery, IncidentView>
{
    private const int MostDeeds = 50;

    public async Task<Result<IncidentView>> Handle(ReadIncidentQuery request, CancellationToken cancellationToken)
    {
        if (await context.Incidents.AsNoTracking().SingleOrDefaultAsync(i => i.Id == request.IncidentId, cancellationToken) is not { } incident)
            return Error.NotFound(ApprovalErrors.IncidentMissing);
        var instance = await context.Instances.AsNoTracking().SingleAsync(i => i.Id == incident.InstanceId, cancellationToken);
        var version = await context.ProcessVersions.AsNoTracking().Where(v => v.Id == instance.ProcessVersionId).Select(v => new { v.Key, v.Number }).SingleAsync(cancellationToken);
        var deeds = await context.OperatorDeeds.AsNoTracking().Where(d => d.InstanceId == instance.Id).OrderByDescending(d => d.At).Take(MostDeeds).ToListAsync(cancellationToken);
        var open = await context.Tasks.AsNoTracking().Where(t => t.InstanceId == instance.Id && t.ClosedAt == null).OrderBy(t => t.EnteredAt).Select(t => t.StepName).ToListAsync(cancellationToken);

        var definition = await runner.DefinitionOfAsync(instance, cancellationToken);
        var state = vault.Open(instance);
        var token = incident.MendedAt is null && !state.IsEnded ? state.Find(incident.Token) : null;
        var node = token is null ? definition.Locate(incident.Element) : ProcessEngine.NodeOf(definition, state, token);
        return new IncidentView(
            incident.Id, instance.DossierId, instance.DossierCode, instance.ProcedureName, version.Key, version.Number, incident.Element, node?.Name ?? "", node?.Step?.NameEn,
            incident.Code, incident.Detail, incident.RaisedAt, incident.MendedAt, incident.MendedByName, incident.Remedy, instance.IsMatter,
            token is null || node is null ? [] : Variables(definition, state, token, node),
            token is not null && ProcessEngine.MaySkip(definition, state, token),
            token is null ? [] : [.. ProcessEngine.MoveTargets(definition, state, token).Select(n => new IncidentTarget(n.Id, n.Name, n.Step?.NameEn, n.Kind))],
            open,
            [.. deeds.Select(d => new DeedRow(d.Id, d.Kind, d.Element, d.To, d.Why, d.At, d.ActorName, InstanceSnapshot.Open(protector, d.Before), InstanceSnapshot.Open(protector, d.After)))]);
    }

    private static IReadOnlyList<IncidentVariable> Variables(ProcessDefinition definition, InstanceState state, Token token, FlowNode node)
    {
        var names = ReadNames.Of(node);
        var seen = ProcessEngine.Seen(definition, state, token, names);
        return
        [
            .. names.Select(name => seen.TryGetValue(name, out var value)
                ? new IncidentVariable(name, VariableInput.KindOf(value), Write(value), IsKnown: true)
                : new IncidentVariable(name, VariableKind.Text, "", IsKnown: false)),
        ];
    }

    public static string Write(object? value) => value switch
    {
        null => "",
        bool truth => truth ? "true" : "false",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };
}
