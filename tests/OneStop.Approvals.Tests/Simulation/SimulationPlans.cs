using OneStop.Approvals.Engine.Definitions;
using OneStop.Approvals.Simulation;
using OneStop.Approvals.Tests.Engine;
using OneStop.Kernel.Time.Calendars;

namespace OneStop.Approvals.Tests.Simulation;

/// <summary>Small plans: one office, one kind of post, days without nights.</summary>
internal static class SimulationPlans
{
    public static readonly DateTimeOffset Start = new(2026, 3, 2, 1, 0, 0, TimeSpan.Zero);

    public static readonly StepPost Officer = new("xa", "officer", null);

    /// <summary>Open from midnight to midnight, so that queues are those of the textbooks.</summary>
    public static readonly WorkingCalendar Always = Calendar(new DaySchedule(new Session(TimeOnly.MinValue, TimeOnly.MaxValue)));

    /// <summary>Eight hours from Monday to Friday.</summary>
    public static readonly WorkingCalendar Office = Calendar(
        new DaySchedule(new Session(new TimeOnly(8, 0), new TimeOnly(12, 0)), new Session(new TimeOnly(13, 0), new TimeOnly(17, 0))), DayOfWeek.Saturday, DayOfWeek.Sunday);

    public static string Step(string id, decimal hours = 8) =>
        $"""<userTask id="{id}" name="Bước {id}"><extensionElements><os:step level="xa" role="officer" hours="{hours}"/><os:action kind="approve" label="Xong"/></extensionElements></userTask>""";

    public static ProcessDefinition OneStep { get; } = Bpmn.Compile($"""<startEvent id="s"/>{Step("a")}<endEvent id="e"/>{Bpmn.Flows("s", "a", "e")}""");

    public static SimulationPlan Of(ProcessDefinition definition, IEnumerable<DateTimeOffset> arrivals, int people = 1, WorkingCalendar? calendar = null, params (string Step, int[] Minutes)[] work) => new()
    {
        Definition = definition,
        Arrivals = [.. arrivals.Select(at => new Arrival(at, 0, false, null, new Dictionary<string, object?>()))],
        Calendar = calendar ?? Always,
        Posts = [new PostPlan(Officer, "Phường", people, calendar ?? Always)],
        PostsOf = [new Dictionary<StepPost, int> { [Officer] = 0 }],
        Steps = work.ToDictionary(w => w.Step, w => new StepProfile(w.Minutes, []), StringComparer.Ordinal),
    };

    public static IEnumerable<DateTimeOffset> Every(double minutes, int count, DateTimeOffset? from = null) => Enumerable.Range(0, count).Select(i => (from ?? Start).AddMinutes(i * minutes));

    private static WorkingCalendar Calendar(DaySchedule day, params DayOfWeek[] closed) => WorkingCalendar.Build(new CalendarDefinition(
        "test", [new WeeklyHours(DateOnly.MinValue, day, closed.ToDictionary(d => d, _ => DaySchedule.Closed))], [], new DateOnly(2020, 1, 1), new DateOnly(2040, 12, 31))).Value;
}
