using OneStop.Approvals.Engine.Definitions;
using OneStop.Approvals.Simulation;
using OneStop.Kernel.Results;
using OneStop.Kernel.Time;
using OneStop.Kernel.Time.Calendars;
using OneStop.Organisation.Contracts;

namespace OneStop.Approvals.Runtime;

/// <summary>What a drawing and a request make of the past: who does which step where, with how many people, in which hours.</summary>
internal sealed class SimulationPlanner(IOrganisationDirectory organisation, IWorkingCalendar calendars, TimeProvider time)
{
    private static readonly SimulationRequest AsToday = new();

    /// <summary>Steps that somebody in an office does.</summary>
    public static IReadOnlyList<FlowNode> StepsOf(ProcessDefinition definition) =>
        [.. definition.Library.All.Values.Append(definition).Distinct().SelectMany(process => process.Nodes).Where(node => node.Kind == FlowNodeKind.UserTask && node.Step is not null).DistinctBy(node => node.Id)];

    public static IReadOnlyList<StepPost> PostsOf(ProcessDefinition definition) => [.. StepsOf(definition).Select(node => StepPost.Of(node.Step!)).Distinct()];

    /// <param name="definition">What is played.</param>
    /// <param name="dossiers">The past; for a mix, what its dossiers are like.</param>
    /// <param name="profiles">How steps went.</param>
    /// <param name="request">What is changed, arrivals too.</param>
    /// <param name="asToday">Takes the arrivals of the request and nothing else of it.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<Result<SimulationPlan>> PlanAsync(
        ProcessDefinition definition, IReadOnlyList<PastDossier> dossiers, IReadOnlyDictionary<string, StepProfile> profiles, SimulationRequest request, bool asToday, CancellationToken cancellationToken)
    {
        var change = asToday ? AsToday : request;
        var offices = dossiers.Select(d => d.Office).Distinct().ToList();
        var changed = new Dictionary<WorkingCalendar, WorkingCalendar>(ReferenceEqualityComparer.Instance);
        var posts = new List<PostPlan>();
        var known = new Dictionary<(Guid Agency, Guid? Department, StepPost Post), int>();
        var postsOf = new List<IReadOnlyDictionary<StepPost, int>>();
        foreach (var office in offices)
        {
            var own = new Dictionary<StepPost, int>();
            foreach (var post in PostsOf(definition))
            {
                var today = time.GetUtcNow().VietnamDate();
                if (await organisation.ResolveCandidatesAsync(new CandidateQuery(post.Level, post.Role, post.Field ?? office.Field, office.PlaceCode, office.AgencyId), today, cancellationToken) is not { } group)
                    continue;
                if (!known.TryGetValue((group.AgencyId, group.DepartmentId, post), out var index))
                {
                    var calendar = await calendars.ForAsync(group.AgencyId, cancellationToken);
                    if (calendar.IsFailure)
                        return calendar.AsFailure<SimulationPlan>();
                    var people = change.People.TryGetValue(post.Key, out var wished)
                        ? wished
                        : (await organisation.HoldersAsync(group.AgencyId, group.DepartmentId, group.Role, today, cancellationToken)).Count;
                    known[(group.AgencyId, group.DepartmentId, post)] = index = posts.Count;
                    posts.Add(new PostPlan(post, group.DepartmentName is { } department ? $"{department}, {group.AgencyName}" : group.AgencyName, people, Changed(calendar.Value)));
                }

                own[post] = index;
            }

            postsOf.Add(own);
        }

        var main = await calendars.ForAsync(offices[0].AgencyId, cancellationToken);
        if (main.IsFailure)
            return main.AsFailure<SimulationPlan>();
        return new SimulationPlan
        {
            Definition = definition,
            // Both sides get the same dossiers at the same moments.
            Arrivals = request.Source == ArrivalSource.Past ? Repeat(dossiers, offices, request) : Mix(dossiers, offices, request, main.Value),
            Calendar = Changed(main.Value),
            Posts = posts,
            PostsOf = postsOf,
            Steps = Stated(definition, profiles, change),
            Seed = request.Seed,
        };

        WorkingCalendar Changed(WorkingCalendar calendar) => changed.TryGetValue(calendar, out var done) ? done : changed[calendar] = OfficeHours.Change(calendar, change);
    }

    private static Dictionary<string, StepProfile> Stated(ProcessDefinition definition, IReadOnlyDictionary<string, StepProfile> profiles, SimulationRequest change)
    {
        var stated = new Dictionary<string, StepProfile>(profiles, StringComparer.Ordinal);
        foreach (var (element, minutes) in change.Minutes)
            stated[element] = (stated.GetValueOrDefault(element) ?? new StepProfile([], [])) with { Minutes = [minutes] };
        if (change.SupplementPercent is null && change.SupplementDays is null)
            return stated;
        foreach (var node in definition.Nodes.Where(node => node.Actions.Any(action => action.Kind == ActionKind.AskSupplement)))
        {
            var profile = stated.GetValueOrDefault(node.Id) ?? new StepProfile([], []);
            stated[node.Id] = profile with
            {
                SupplementShare = change.SupplementPercent is { } percent ? percent / 100.0 : profile.SupplementShare,
                AnswerMinutes = change.SupplementDays is { } days ? [days * 24 * 60] : profile.AnswerMinutes,
            };
        }

        return stated;
    }

    // 150 of a hundred is each once and every other one twice.
    private static List<Arrival> Repeat(IReadOnlyList<PastDossier> dossiers, List<Office> offices, SimulationRequest request)
    {
        var index = Numbered(offices);
        var arrivals = new List<Arrival>();
        for (var i = 0; i < dossiers.Count; i++)
        {
            for (var copy = (long)i * request.Percent / 100; copy < (i + 1L) * request.Percent / 100; copy++)
                arrivals.Add(Of(dossiers[i], dossiers[i].At, index, new Draws(request.Seed, arrivals.Count), request, dossiers[i].IsOnline));
        }

        return arrivals;
    }

    // Chance arrivals within office hours: a mean gap, and all gaps as likely as they are in life.
    private static List<Arrival> Mix(IReadOnlyList<PastDossier> like, List<Office> offices, SimulationRequest request, WorkingCalendar calendar)
    {
        var index = Numbered(offices);
        var arrivals = new List<Arrival>();
        if (calendar.WorkingDayFrom(request.From) is not { } day || calendar.ScheduleOf(day) is not { } schedule)
            return arrivals;
        var start = VietnamTime.FromVietnam(day, TimeOnly.FromTimeSpan(schedule.Opening));
        var minutes = 0.0;
        for (var i = 0; i < request.PerDay * request.Days; i++)
        {
            var draws = new Draws(request.Seed, i);
            minutes += -Math.Log(1 - draws.For("gap", 0, 0)) * schedule.Total.TotalMinutes / request.PerDay;
            if (calendar.Add(start, TimeSpan.FromMinutes(minutes)) is not { IsSuccess: true } at)
                break;
            var example = like[(int)(draws.For("example", 0, 0) * like.Count)];
            arrivals.Add(Of(example, at.Value, index, draws, request, draws.For("online", 0, 0) * 100 < request.OnlinePercent));
        }

        return arrivals;
    }

    private static Arrival Of(PastDossier dossier, DateTimeOffset at, Dictionary<Office, int> index, Draws draws, SimulationRequest request, bool online)
    {
        var facts = dossier.Facts;
        if (request.Facts.Count > 0)
        {
            var stated = dossier.Facts.ToDictionary(StringComparer.Ordinal);
            foreach (var group in request.Facts.GroupBy(fact => fact.Name, StringComparer.Ordinal))
            {
                var left = draws.For(group.Key, 0, 2) * group.Sum(fact => fact.Weight);
                stated[group.Key] = (group.FirstOrDefault(fact => (left -= fact.Weight) < 0) ?? group.Last()).Value;
            }

            facts = stated;
        }

        return new Arrival(at, index[dossier.Office], online, dossier.TermMinutes, facts);
    }

    private static Dictionary<Office, int> Numbered(List<Office> offices) => offices.Select((office, i) => (office, i)).ToDictionary(pair => pair.office, pair => pair.i);
}
