using Microsoft.EntityFrameworkCore;
using OneStop.Approvals.Data;
using OneStop.Approvals.Engine.Definitions;
using OneStop.Approvals.Engine.Execution;
using OneStop.Approvals.Runtime;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Results;

namespace OneStop.Approvals.Features.CheckMigration;

/// <summary>Tries a migration without doing it: the mapping, and of each running instance whether it could go and why not. Without a mapping the proposed one is tried.</summary>
[Requires(Permissions.Operate)]
internal sealed record CheckMigrationQuery(Guid FromVersionId, Guid ToVersionId, IReadOnlyDictionary<string, string>? Mapping) : IQuery<MigrationReport>;

/// <summary><paramref name="Running"/> counts all; <paramref name="Instances"/> are the first of them, looked into.</summary>
internal sealed record MigrationReport(string Key, int FromNumber, int ToNumber, IReadOnlyList<MappedElement> Elements, int Running, IReadOnlyList<CheckedInstance> Instances);

/// <summary>An element of the old version, what it becomes, and what it could become.</summary>
internal sealed record MappedElement(string Element, string Name, FlowNodeKind Kind, string? To, IReadOnlyList<ElementName> Choices, int Standing);

internal sealed record ElementName(string Element, string Name);

internal sealed record CheckedInstance(Guid DossierId, string DossierCode, IReadOnlyList<string> Standing, IReadOnlyList<MigrationProblem> Problems);

internal sealed class CheckMigrationHandler(ApprovalsDbContext context, MigrationDesk desk, StateVault vault) : IHandler<CheckMigrationQuery, MigrationReport>
{
    private const int MostLookedInto = 500;

    public async Task<Result<MigrationReport>> Handle(CheckMigrationQuery request, CancellationToken cancellationToken)
    {
        var mapped = await desk.MapAsync(request.FromVersionId, request.ToVersionId, request.Mapping, cancellationToken);
        if (!mapped.TryGet(out var map))
            return mapped.AsFailure<MigrationReport>();
        var numbers = await context.ProcessVersions.Where(v => v.Id == request.FromVersionId || v.Id == request.ToVersionId).Select(v => new { v.Id, v.Key, v.Number }).ToListAsync(cancellationToken);
        var running = context.Instances.AsNoTracking().Where(i => i.ProcessVersionId == request.FromVersionId && i.Status == InstanceStatus.Running);
        var count = await running.CountAsync(cancellationToken);
        var instances = await running.OrderBy(i => i.Id).Take(MostLookedInto).ToListAsync(cancellationToken);

        var standing = new Dictionary<string, int>(StringComparer.Ordinal);
        var looked = new List<CheckedInstance>();
        foreach (var instance in instances)
        {
            var state = vault.Open(instance);
            var places = state.Tokens.Select(t => t.Node).Distinct(StringComparer.Ordinal).ToList();
            foreach (var place in places)
                standing[place] = standing.GetValueOrDefault(place) + 1;
            looked.Add(new CheckedInstance(instance.DossierId, instance.DossierCode, places, StateMigration.Check(map, state)));
        }

        var elements = map.From.Nodes.Select(node => new MappedElement(
            node.Id, node.Name, node.Kind, map.IdOf(node.Id),
            [.. map.To.Nodes.Where(other => MigrationMap.Unfit(node, other) is null).Select(other => new ElementName(other.Id, other.Name))], standing.GetValueOrDefault(node.Id)));
        return new MigrationReport(
            numbers[0].Key, numbers.Single(n => n.Id == request.FromVersionId).Number, numbers.Single(n => n.Id == request.ToVersionId).Number,
            [.. elements.OrderByDescending(e => e.Standing > 0)], count, [.. looked.OrderByDescending(i => i.Problems.Count > 0)]);
    }
}
