using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using OneStop.Approvals.Engine.Bpmn;
using OneStop.Approvals.Engine.Execution;
using OneStop.Approvals.Runtime;
using OneStop.Approvals.Simulation;
using OneStop.Approvals.Tests.Engine;
using OneStop.Kernel.Time;

namespace OneStop.Approvals.Tests.Simulation;

public sealed class SimulatorTests
{
    [Fact]
    public void Run_OnePostSlowerThanArrivals_EachWaitsForThoseBeforeIt()
    {
        // Every ten minutes one that takes fifteen: the n-th waits five minutes for each before it.
        var report = Simulator.Run(SimulationPlans.Of(SimulationPlans.OneStep, SimulationPlans.Every(10, 101), work: ("a", [15])));

        Assert.Equal((101, 101, 0), (report.Started, report.Finished, report.Waiting));
        Assert.Equal(Enumerable.Range(0, 101).Average(n => 5.0 * n), report.Posts[0].WaitedMinutes, 6);
        Assert.Equal(15, report.Steps[0].WorkedMinutes, 6);
        Assert.Equal(515, report.MostMinutes);
        Assert.Equal(1, report.Posts[0].Load, 2);
    }

    [Fact]
    public void Run_ChanceArrivalsAtOnePost_WaitAsTheQueueFormulaSays()
    {
        // Pollaczek and Khinchine: with load 0.8 and work of ten minutes each, the mean wait is 0.8 * 10 / (2 * 0.2) minutes.
        var random = new Random(7);
        var at = SimulationPlans.Start;
        var arrivals = Enumerable.Range(0, 100_000).Select(_ => at = at.AddMinutes(-12.5 * Math.Log(1 - random.NextDouble()))).ToList();

        var report = Simulator.Run(SimulationPlans.Of(SimulationPlans.OneStep, arrivals, work: ("a", [10])));

        Assert.InRange(report.Posts[0].WaitedMinutes, 20 * 0.94, 20 * 1.06);
        Assert.InRange(report.Posts[0].Load, 0.78, 0.82);
    }

    [Fact]
    public void Run_Supplements_StopTheClockAndFreeWhoAsked()
    {
        var definition = Bpmn.Compile($"""<startEvent id="s"/>{SimulationPlans.Step("a", 1).Replace("</extensionElements>", "<os:action kind=\"ask_supplement\" label=\"Bổ sung\"/></extensionElements>", StringComparison.Ordinal)}<endEvent id="e"/>{Bpmn.Flows("s", "a", "e")}""");
        SimulationPlan Plan(double share) => SimulationPlans.Of(definition, SimulationPlans.Every(30, 200), work: ("a", [10])) with
        {
            Steps = new Dictionary<string, StepProfile> { ["a"] = new([10], []) { SupplementShare = share, AnswerMinutes = [3 * 24 * 60] } },
        };

        var (none, all, some) = (Simulator.Run(Plan(0)), Simulator.Run(Plan(1)), Simulator.Run(Plan(0.3)));

        Assert.Equal((0, 200), (none.Supplements, none.Finished));
        Assert.Equal((200, 200), (all.Supplements, all.Finished));
        // Ten minutes before asking and ten after; three days of waiting are nobody's.
        Assert.Equal(20, all.Steps[0].WorkedMinutes, 6);
        Assert.InRange(all.AverageMinutes, 20, 35);
        Assert.Equal(0, all.Steps[0].Late);
        Assert.InRange(some.Supplements, 40, 80);
        Assert.Equal(JsonSerializer.Serialize(some), JsonSerializer.Serialize(Simulator.Run(Plan(0.3))));
    }

    [Fact]
    public void Run_NightsAndWeekends_NobodyWorks()
    {
        // Friday 16:00 in Vietnam, two hours of work: Monday 9:00.
        var friday = new DateTimeOffset(2026, 3, 6, 9, 0, 0, TimeSpan.Zero);
        var report = Simulator.Run(SimulationPlans.Of(SimulationPlans.OneStep, [friday], 1, SimulationPlans.Office, ("a", [120])));

        Assert.Equal(new DateTimeOffset(2026, 3, 9, 2, 0, 0, TimeSpan.Zero), report.To);
        Assert.Equal(120, report.AverageMinutes);
    }

    [Fact]
    public void Run_MorePeople_ShareTheWork()
    {
        var alone = Simulator.Run(SimulationPlans.Of(SimulationPlans.OneStep, SimulationPlans.Every(10, 500), 1, null, ("a", [25])));
        var three = Simulator.Run(SimulationPlans.Of(SimulationPlans.OneStep, SimulationPlans.Every(10, 500), 3, null, ("a", [25])));

        Assert.True(alone.Posts[0].Load > PostReport.Overloaded);
        Assert.Equal(0, three.Posts[0].WaitedMinutes, 6);
        Assert.InRange(three.Posts[0].Load, 0.8, 0.86);
    }

    [Fact]
    public void Run_StepWithoutHistory_TakesItsHoursAndIsNotLate()
    {
        var report = Simulator.Run(SimulationPlans.Of(SimulationPlans.OneStep, SimulationPlans.Every(600, 20)));

        Assert.Equal(480, report.Steps[0].WorkedMinutes, 6);
        Assert.Equal(0, report.Steps[0].Late);
        var crowded = Simulator.Run(SimulationPlans.Of(SimulationPlans.OneStep, SimulationPlans.Every(240, 20)));
        // Each has eight hours, which is a day, and is late only from the day after: the n-th waits four hours for each before it.
        Assert.Equal(Enumerable.Range(0, 20).Count(n => LateByTheDay(240 * n, 480 * (n + 1))), crowded.Steps[0].Late);

        static bool LateByTheDay(double entered, double ended) =>
            SimulationPlans.Start.AddMinutes(ended).ToVietnam().Date > SimulationPlans.Start.AddMinutes(entered + 480).ToVietnam().Date;
    }

    [Fact]
    public void Run_NoTrueConditionAndWaitWithoutSender_AreDeadEndsWithTheirElements()
    {
        var gateway = Bpmn.Compile($"""<startEvent id="s"/>{SimulationPlans.Step("a")}<exclusiveGateway id="g"/><endEvent id="e"/>{Bpmn.Flows("s", "a", "g")}{Bpmn.Flow("g", "e", "amount > 5")}""");
        var waits = Bpmn.Compile($"""<startEvent id="s"/>{SimulationPlans.Step("a")}<receiveTask id="r" messageRef="m"/><endEvent id="e"/>{Bpmn.Flows("s", "a", "r", "e")}""", """<message id="m" name="m"/>""");

        var noWay = Simulator.Run(SimulationPlans.Of(gateway, SimulationPlans.Every(600, 7)));
        var silent = Simulator.Run(SimulationPlans.Of(waits, SimulationPlans.Every(600, 3)));

        var end = Assert.Single(noWay.DeadEnds);
        Assert.Equal(("g", Incidents.NoWayOut, 7, 7), (end.Element, end.Code, end.Count, noWay.Waiting));
        end = Assert.Single(silent.DeadEnds);
        Assert.Equal(("r", Simulator.WaitsForEver, 3, 3), (end.Element, end.Code, end.Count, silent.Waiting));
    }

    [Fact]
    public void Run_NobodyCompetent_IsADeadEndAndTheOthersGoOn()
    {
        var plan = SimulationPlans.Of(SimulationPlans.OneStep, SimulationPlans.Every(600, 4), work: ("a", [5]));
        plan = plan with { Arrivals = [.. plan.Arrivals.Select((a, i) => a with { Office = i % 2 })], PostsOf = [plan.PostsOf[0], new Dictionary<StepPost, int>()] };

        var report = Simulator.Run(plan);

        Assert.Equal((4, 2, 2), (report.Started, report.Finished, report.Waiting));
        Assert.Equal(TaskBook.NobodyCompetent, Assert.Single(report.DeadEnds).Code);
    }

    [Fact]
    public void Run_ReturnsAndRejections_HappenAsOftenAsTheySay()
    {
        var two = Bpmn.Compile($"""<startEvent id="s"/>{SimulationPlans.Step("a")}{SimulationPlans.Step("b")}<endEvent id="e"/>{Bpmn.Flows("s", "a", "b", "e")}""");
        var plan = SimulationPlans.Of(two, SimulationPlans.Every(10, 4_000), work: [("a", [1]), ("b", [1])]);
        plan = plan with { Steps = new Dictionary<string, StepProfile>(plan.Steps) { ["b"] = new([1], [new(StepEnd.Approved, "approve", 6), new(StepEnd.SentBack, null, 3), new(StepEnd.Rejected, null, 1)]) } };

        var report = Simulator.Run(plan);

        // Each round ends with 1 refused against 6 done.
        Assert.Equal(4_000, report.Finished + report.Stopped);
        Assert.InRange(report.Stopped, 4_000 / 7.0 * 0.9, 4_000 / 7.0 * 1.1);
        Assert.InRange(report.Steps.Single(s => s.Element == "a").Done, 4_000 * 1.35, 4_000 * 1.5);
    }

    [Fact]
    public void Run_SameSeed_SaysTheSameAndAnotherSeedDoesNot()
    {
        var plan = SimulationPlans.Of(SimulationPlans.OneStep, SimulationPlans.Every(10, 1_000), work: ("a", [1, 5, 9, 20]));

        Assert.Equal(Text(plan), Text(plan));
        Assert.NotEqual(Text(plan), Text(plan with { Seed = 2 }));

        static string Text(SimulationPlan plan) => JsonSerializer.Serialize(Simulator.Run(plan));
    }

    [Fact]
    public void Run_AnyBlockStructure_LosesNoDossier()
    {
        Prop.ForAll(Block.Generate(3).ToArbitrary(), block =>
        {
            var drawing = new Engine.Drawing();
            var xml = drawing.Draw(block);
            var file = BpmnCompiler.Compile($"""{Bpmn.Header}<process id="p" isExecutable="true">{xml}</process>{drawing.Processes}</definitions>""");
            var plan = SimulationPlans.Of(file.Processes[0], SimulationPlans.Every(30, 20));
            var variables = drawing.Choices.ToDictionary(choice => choice.Key, choice => (object?)choice.Value);

            var report = Simulator.Run(plan with { Arrivals = [.. plan.Arrivals.Select(arrival => arrival with { Variables = variables })] });

            Assert.Equal((20, 20, 0, 0), (report.Started, report.Finished, report.Stopped, report.Waiting));
            Assert.Empty(report.DeadEnds);
            Assert.All(drawing.Expected, task => Assert.Equal(20 * task.Value, report.Steps.FirstOrDefault(step => step.Element == task.Key)?.Done ?? 0));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(200));
    }

    [Fact]
    public void Run_CircleWithoutWork_IsStoppedAndTold()
    {
        var circle = Bpmn.Compile($"""<startEvent id="s"/>{SimulationPlans.Step("a")}<exclusiveGateway id="g"/>{Bpmn.Flows("s", "a", "g", "a")}""");

        var report = Simulator.Run(SimulationPlans.Of(circle, SimulationPlans.Every(10, 2), work: ("a", [0])));

        Assert.Equal(Incidents.EndlessLoop, Assert.Single(report.DeadEnds).Code);
        Assert.Equal(2, report.Waiting);
    }
}
