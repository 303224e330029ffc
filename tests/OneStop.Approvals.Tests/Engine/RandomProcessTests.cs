using FsCheck;
using FsCheck.Fluent;
using OneStop.Approvals.Engine.Bpmn;
using OneStop.Approvals.Engine.Execution;

namespace OneStop.Approvals.Tests.Engine;

/// <summary>Random block-structured processes: whatever order people and the clock work in, each completes, each join lets exactly one token on, and the history tells where every token stands.</summary>
public sealed class RandomProcessTests
{
    [Fact]
    public void Run_AnyBlockStructure_CompletesWithEveryStepDoneExactlyAsOftenAsTheBlocksSay()
    {
        var scenarios = Block.Generate(4).SelectMany(block => Gen.Choose(0, 1_000_000).Select(seed => (block, seed))).ToArbitrary();

        Prop.ForAll(scenarios, scenario => RunsToTheEnd(scenario.block, scenario.seed))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(500));
    }

    private static bool RunsToTheEnd(Block block, int seed)
    {
        var drawing = new Drawing();
        var xml = drawing.Draw(block);
        var file = BpmnCompiler.Compile($"""{Bpmn.Header}<process id="p" isExecutable="true">{xml}</process>{drawing.Processes}</definitions>""");
        Assert.Empty(file.Problems);
        var instance = Instance.Start(file.Processes[0], [.. drawing.Choices.Select(choice => (choice.Key, choice.Value))]);
        var random = new Random(seed);

        while (!instance.State.IsEnded)
        {
            Assert.Equal(HistoryFold.Of(instance.History), instance.State.Tokens.Select(token => (token.Id, token.Node)).Order());
            var tasks = instance.State.Tokens.Where(token => token.State == TokenState.Task).ToList();
            var timers = instance.State.Timers;
            if (tasks.Count + timers.Length == 0)
                return false;
            var chosen = random.Next(tasks.Count + timers.Length);
            EngineEvent @event = chosen < tasks.Count ? new CompleteTask(tasks[chosen].Id, "approve") : new FireTimer(timers[chosen - tasks.Count].Id);
            Assert.Equal(Refusal.None, instance.Send(@event));
        }

        var done = instance.History.Where(h => h.Kind == HistoryKind.Completed).GroupBy(h => h.Node).ToDictionary(g => g.Key, g => g.Count());
        return instance.State is { Status: InstanceStatus.Completed, Tokens: [], Timers: [], Scopes: [] }
            && HistoryFold.Of(instance.History).Count == 0
            && drawing.Expected.All(task => done.GetValueOrDefault(task.Key) == task.Value)
            && instance.History.Count(h => h is { Kind: HistoryKind.Entered, Node: "e" }) == 1;
    }
}
