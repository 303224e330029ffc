using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using OneStop.Approvals.Engine.Execution;

namespace OneStop.Approvals.Tests.Engine;

/// <summary>Random block-structured processes: whatever order people work in, each completes and each join lets exactly one token on.</summary>
public sealed class RandomProcessTests
{
    private abstract record Block;

    private sealed record Work : Block;

    private sealed record Sequence(Block[] Parts) : Block;

    private sealed record Either(Block[] Branches, int Taken) : Block;

    private sealed record Both(Block[] Branches) : Block;

    [Fact]
    public void Run_AnyBlockStructure_CompletesWithEveryStepDoneExactlyAsOftenAsTheBlocksSay()
    {
        var scenarios = Blocks(4).SelectMany(block => Gen.Choose(0, 1_000_000).Select(seed => (block, seed))).ToArbitrary();

        Prop.ForAll(scenarios, scenario => RunsToTheEnd(scenario.block, scenario.seed))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(300));
    }

    private static Gen<Block> Blocks(int depth)
    {
        var work = Gen.Constant<Block>(new Work());
        if (depth == 0)
            return work;
        var inner = Blocks(depth - 1);
        return Gen.Frequency(
            (2, work),
            (3, Gen.Choose(2, 3).SelectMany(n => inner.ArrayOf(n)).Select<Block[], Block>(parts => new Sequence(parts))),
            (2, Gen.Choose(2, 3).SelectMany(n => inner.ArrayOf(n).SelectMany(b => Gen.Choose(0, n - 1).Select<int, Block>(i => new Either(b, i))))),
            (2, Gen.Choose(2, 3).SelectMany(n => inner.ArrayOf(n)).Select<Block[], Block>(branches => new Both(branches))));
    }

    private static bool RunsToTheEnd(Block block, int seed)
    {
        var drawing = new Drawing();
        var (first, last) = drawing.Draw(block);
        var xml = """<startEvent id="s"/><endEvent id="e"/>""" + drawing.Xml + Bpmn.Flow("s", first) + Bpmn.Flow(last, "e");
        var instance = Instance.Start(xml, [.. drawing.Choices.Select(c => (c.Key, (object?)c.Value))]);
        var random = new Random(seed);

        while (!instance.State.IsEnded)
        {
            var open = instance.State.Tokens.Where(token => token.State == TokenState.Task).ToList();
            if (open.Count == 0)
                return false;
            instance.Complete(open[random.Next(open.Count)].Node);
        }

        var done = instance.History.Where(h => h.Kind == HistoryKind.Completed).Select(h => h.Node).Order(StringComparer.Ordinal);
        return instance.State is { Status: InstanceStatus.Completed, Tokens: [], Timers: [] }
            && done.SequenceEqual(drawing.Expected.Order(StringComparer.Ordinal))
            && instance.History.Count(h => h is { Kind: HistoryKind.Entered, Node: "e" }) == 1;
    }

    /// <summary>Writes a block as BPMN and notes which steps its run must do.</summary>
    private sealed class Drawing
    {
        private int next;

        public string Xml { get; private set; } = "";

        public Dictionary<string, decimal> Choices { get; } = [];

        public List<string> Expected { get; } = [];

        public (string First, string Last) Draw(Block block, bool runs = true)
        {
            switch (block)
            {
                case Sequence sequence:
                    var parts = sequence.Parts.Select(part => Draw(part, runs)).ToList();
                    foreach (var (left, right) in parts.Zip(parts.Skip(1)))
                        Xml += Bpmn.Flow(left.Last, right.First);
                    return (parts[0].First, parts[^1].Last);
                case Either either:
                    var name = Id("v");
                    Choices[name] = either.Taken;
                    return Gate("exclusiveGateway", either.Branches, (i, _) => runs && i == either.Taken, i => string.Create(CultureInfo.InvariantCulture, $"{name} = {i}"));
                case Both both:
                    return Gate("parallelGateway", both.Branches, (_, _) => runs, _ => null);
                default:
                    var id = Id("t");
                    Xml += Bpmn.Users(id);
                    if (runs)
                        Expected.Add(id);
                    return (id, id);
            }
        }

        private (string First, string Last) Gate(string kind, Block[] branches, Func<int, Block, bool> runs, Func<int, string?> condition)
        {
            var (open, close) = (Id("o"), Id("c"));
            Xml += $"""<{kind} id="{open}"/><{kind} id="{close}"/>""";
            for (var i = 0; i < branches.Length; i++)
            {
                var (first, last) = Draw(branches[i], runs(i, branches[i]));
                Xml += Bpmn.Flow(open, first, condition(i)) + Bpmn.Flow(last, close);
            }

            return (open, close);
        }

        private string Id(string prefix) => string.Create(CultureInfo.InvariantCulture, $"{prefix}{++next}");
    }
}
