using Microsoft.EntityFrameworkCore;
using OneStop.Approvals.Data;
using OneStop.Approvals.Domain;
using OneStop.Approvals.Drawing;
using OneStop.Approvals.Engine.Bpmn;
using OneStop.Approvals.Engine.Definitions;
using OneStop.Approvals.Runtime;
using OneStop.Approvals.Simulation;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Results;
using OneStop.Kernel.Time;
using OneStop.Organisation.Contracts;

namespace OneStop.Approvals.Features.AskSimulation;

/// <summary>What the form starts from: the steps and posts of the process, what is known of them, and earlier runs.</summary>
[Requires(Permissions.Design)]
internal sealed record ReadSimulationBasisQuery(Guid ProcessId) : IQuery<SimulationBasis>;

/// <summary>The number is null for a draft; the days are null when no dossier has come yet.</summary>
internal sealed record SimulationBasis(
    Guid ProcessId, string Key, string Name, int? Number, bool HasProblems, int Dossiers, DateOnly? First, DateOnly? Last, IReadOnlyList<BasisPost> Posts, IReadOnlyList<BasisStep> Steps,
    IReadOnlyList<EarlierRun> Runs);

/// <summary>Held posts there are now at the office with the most dossiers, as an example; null where nobody is competent.</summary>
internal sealed record BasisPost(StepPost Post, int? People);

/// <summary>Half of the dossiers took no longer; null without a past.</summary>
internal sealed record BasisStep(string Element, string Name, int? HalfMinutes, int Known, decimal? Hours);

internal sealed record EarlierRun(Guid Id, string AskedByName, DateTimeOffset AskedAt, bool IsFinished);

internal sealed class ReadSimulationBasisHandler(
    ApprovalsDbContext context, DefinitionCache definitions, SimulationSource source, IOrganisationDirectory organisation, IWorkingCalendar calendars, TimeProvider time)
    : IHandler<ReadSimulationBasisQuery, SimulationBasis>
{
    private static readonly Dictionary<string, StepProfile> NoProfiles = [];

    public async Task<Result<SimulationBasis>> Handle(ReadSimulationBasisQuery request, CancellationToken cancellationToken)
    {
        var version = await context.ProcessVersions.Where(v => v.Id == request.ProcessId).Select(v => new { v.Key, v.Name, v.Number }).SingleOrDefaultAsync(cancellationToken);
        var draft = version is null ? await context.ProcessDrafts.AsNoTracking().SingleOrDefaultAsync(d => d.Id == request.ProcessId, cancellationToken) : null;
        if (version is null && draft is null)
            return Error.NotFound(ApprovalErrors.VersionMissing);
        var key = version?.Key ?? draft!.Key;
        var broken = draft is not null && DraftCheck.Of(draft.Xml).Count > 0;
        var definition = version is not null ? await definitions.GetAsync(context, request.ProcessId, cancellationToken) : broken ? null : BpmnCompiler.Compile(draft!.Xml).Processes[0];

        var dossiers = context.Instances.Where(i => i.Matter == null && context.ProcessVersions.Any(v => v.Id == i.ProcessVersionId && v.Key == key));
        var count = await dossiers.CountAsync(cancellationToken);
        DateTimeOffset? first = count > 0 ? await dossiers.MinAsync(i => i.StartedAt, cancellationToken) : null;
        DateTimeOffset? last = count > 0 ? await dossiers.MaxAsync(i => i.StartedAt, cancellationToken) : null;
        var busiest = await (count > 0 ? dossiers : context.Instances).GroupBy(i => new { i.PlaceCode, i.ReceivingAgencyId, i.Field })
            .OrderByDescending(g => g.Count()).Select(g => new Office(g.Key.PlaceCode, g.Key.ReceivingAgencyId, g.Key.Field)).FirstOrDefaultAsync(cancellationToken);
        var profiles = busiest is not null && await calendars.ForAsync(busiest.AgencyId, cancellationToken) is { IsSuccess: true } calendar
            ? await source.ProfilesAsync(key, time.GetUtcNow(), calendar.Value, cancellationToken, SimulationSource.FewSteps)
            : NoProfiles;

        var posts = new List<BasisPost>();
        foreach (var post in definition is null ? [] : SimulationPlanner.PostsOf(definition))
            posts.Add(new BasisPost(post, await PeopleAsync(post, busiest, cancellationToken)));
        var runs = await context.Simulations.Where(r => r.Key == key).OrderByDescending(r => r.AskedAt).Take(5).Select(r => new EarlierRun(r.Id, r.AskedByName, r.AskedAt, r.FinishedAt != null)).ToListAsync(cancellationToken);
        return new SimulationBasis(
            request.ProcessId, key, version?.Name ?? draft!.Name, version?.Number, broken, count, first?.VietnamDate(), last?.VietnamDate(), posts,
            definition is null ? [] : [.. SimulationPlanner.StepsOf(definition).Select(node => Describe(node, profiles))], runs);
    }

    private async Task<int?> PeopleAsync(StepPost post, Office? office, CancellationToken cancellationToken)
    {
        var today = time.GetUtcNow().VietnamDate();
        return office is not null && await organisation.ResolveCandidatesAsync(new CandidateQuery(post.Level, post.Role, post.Field ?? office.Field, office.PlaceCode, office.AgencyId), today, cancellationToken) is { } group
            ? (await organisation.HoldersAsync(group.AgencyId, group.DepartmentId, group.Role, today, cancellationToken)).Count
            : null;
    }

    private static BasisStep Describe(FlowNode node, IReadOnlyDictionary<string, StepProfile> profiles)
    {
        var known = profiles.GetValueOrDefault(node.Id)?.Minutes ?? [];
        return new BasisStep(node.Id, node.Name, known.Count == 0 ? null : known.Order().ElementAt(known.Count / 2), known.Count, node.Step!.Hours(online: false));
    }
}
