using System.Globalization;
using FsCheck;
using FsCheck.Fluent;

namespace OneStop.Approvals.Tests.Engine;

/// <summary>The pieces that random processes are made of; each can be entered once and left once.</summary>
internal abstract record Block
{
    public static Gen<Block> Generate(int depth)
    {
        var leaf = Gen.Elements<Block>(new Work(), new Work(), new Pause(), new Pass(), new Reminder());
        if (depth == 0)
            return leaf;
        var inner = Generate(depth - 1);
        var several = Gen.Choose(2, 3).SelectMany(n => inner.ArrayOf(n));
        return Gen.Frequency(
            (3, leaf),
            (3, several.Select<Block[], Block>(parts => new Sequence(parts))),
            (2, several.SelectMany(b => Gen.Choose(0, b.Length - 1).Select<int, Block>(i => new Either(b, i)))),
            (2, several.Select<Block[], Block>(branches => new Both(branches))),
            (2, several.SelectMany(b => Gen.Choose(1, (1 << b.Length) - 1).Select<int, Block>(mask => new Some(b, mask)))),
            (1, inner.Select<Block, Block>(body => new Inside(body))),
            (1, inner.Select<Block, Block>(body => new Called(body))),
            (1, inner.SelectMany(body => Gen.Choose(1, 3).Select<int, Block>(times => new Repeated(body, times)))),
            (1, inner.SelectMany(body => Gen.Choose(0, 3).SelectMany(times => Gen.Elements(true, false).Select<bool, Block>(inTurn => new Many(body, times, inTurn))))));
    }
}

internal sealed record Work : Block;

/// <summary>A timer.</summary>
internal sealed record Pause : Block;

/// <summary>Something done at once.</summary>
internal sealed record Pass : Block;

/// <summary>A task with a timer beside it that reminds twice.</summary>
internal sealed record Reminder : Block;

internal sealed record Sequence(Block[] Parts) : Block;

internal sealed record Either(Block[] Branches, int Taken) : Block;

internal sealed record Both(Block[] Branches) : Block;

/// <summary>An inclusive split and join; the bits of <paramref name="Mask"/> say which branches are taken.</summary>
internal sealed record Some(Block[] Branches, int Mask) : Block;

internal sealed record Inside(Block Body) : Block;

internal sealed record Called(Block Body) : Block;

internal sealed record Repeated(Block Body, int Times) : Block;

internal sealed record Many(Block Body, int Times, bool InTurn) : Block;

/// <summary>Writes blocks as BPMN and counts how often each task must be done.</summary>
internal sealed class Drawing
{
    private int next;

    public string Processes { get; private set; } = "";

    public Dictionary<string, object?> Choices { get; } = [];

    public Dictionary<string, int> Expected { get; } = [];

    public string Draw(Block block)
    {
        var xml = "";
        var (first, last) = Draw(block, 1, ref xml);
        return $"""<startEvent id="s"/><endEvent id="e"/>{xml}{Bpmn.Flow("s", first)}{Bpmn.Flow(last, "e")}""";
    }

    private (string First, string Last) Draw(Block block, int times, ref string xml)
    {
        switch (block)
        {
            case Sequence sequence:
                var parts = new List<(string First, string Last)>();
                foreach (var part in sequence.Parts)
                    parts.Add(Draw(part, times, ref xml));
                foreach (var (left, right) in parts.Zip(parts.Skip(1)))
                    xml += Bpmn.Flow(left.Last, right.First);
                return (parts[0].First, parts[^1].Last);
            case Either either:
                var name = Id("v");
                Choices[name] = (decimal)either.Taken;
                return Gate("exclusiveGateway", either.Branches, i => i == either.Taken ? times : 0, i => string.Create(CultureInfo.InvariantCulture, $"{name} = {i}"), ref xml);
            case Both both:
                return Gate("parallelGateway", both.Branches, _ => times, _ => null, ref xml);
            case Some some:
                var taken = Enumerable.Range(0, some.Branches.Length).Select(i => (some.Mask & (1 << i)) != 0).ToList();
                return Gate("inclusiveGateway", some.Branches, i => taken[i] ? times : 0, i => taken[i] ? "true" : "false", ref xml);
            case Inside inside:
                return Nest("subProcess", "", inside.Body, times, ref xml);
            case Repeated repeated:
                return Nest("subProcess", $"""<standardLoopCharacteristics loopMaximum="{repeated.Times}"/>""", repeated.Body, times * repeated.Times, ref xml);
            case Many many:
                var mode = many.InTurn ? "true" : "false";
                return Nest(
                    "subProcess", $"""<multiInstanceLoopCharacteristics isSequential="{mode}"><loopCardinality>{many.Times}</loopCardinality></multiInstanceLoopCharacteristics>""", many.Body,
                    times * many.Times, ref xml);
            case Called called:
                var (process, call) = (Id("q"), Id("c"));
                var inner = "";
                var (from, to) = Draw(called.Body, times, ref inner);
                Processes += $"""<process id="{process}" isExecutable="true">{inner}{Bpmn.Flow(process + "s", from)}{Bpmn.Flow(to, process + "e")}<startEvent id="{process}s"/><endEvent id="{process}e"/></process>""";
                xml += $"""<callActivity id="{call}" calledElement="{process}"/>""";
                return (call, call);
            case Pause:
                return Leaf("intermediateCatchEvent", "<timerEventDefinition><timeDuration>PT1H</timeDuration></timerEventDefinition>", ref xml);
            case Pass:
                return Leaf("manualTask", "", ref xml);
            case Reminder:
                var task = Task(times, ref xml);
                xml += $"""
                    <boundaryEvent id="{task}b" attachedToRef="{task}" cancelActivity="false"><timerEventDefinition><timeCycle>R2/PT4H</timeCycle></timerEventDefinition></boundaryEvent>
                    <manualTask id="{task}r"/>{Bpmn.Flow(task + "b", task + "r")}
                    """;
                return (task, task);
            default:
                var id = Task(times, ref xml);
                return (id, id);
        }
    }

    private string Task(int times, ref string xml)
    {
        var id = Id("t");
        xml += Bpmn.Users(id);
        Expected[id] = times;
        return id;
    }

    private (string First, string Last) Leaf(string element, string content, ref string xml)
    {
        var id = Id("n");
        xml += $"""<{element} id="{id}">{content}</{element}>""";
        return (id, id);
    }

    private (string First, string Last) Nest(string element, string content, Block body, int times, ref string xml)
    {
        var id = Id("x");
        var inner = "";
        var (first, last) = Draw(body, times, ref inner);
        xml += $"""<{element} id="{id}">{content}<startEvent id="{id}s"/><endEvent id="{id}e"/>{inner}{Bpmn.Flow(id + "s", first)}{Bpmn.Flow(last, id + "e")}</{element}>""";
        return (id, id);
    }

    private (string First, string Last) Gate(string kind, Block[] branches, Func<int, int> times, Func<int, string?> condition, ref string xml)
    {
        var (open, close) = (Id("o"), Id("c"));
        xml += $"""<{kind} id="{open}"/><{kind} id="{close}"/>""";
        for (var i = 0; i < branches.Length; i++)
        {
            var (first, last) = Draw(branches[i], times(i), ref xml);
            xml += Bpmn.Flow(open, first, condition(i)) + Bpmn.Flow(last, close);
        }

        return (open, close);
    }

    private string Id(string prefix) => string.Create(CultureInfo.InvariantCulture, $"{prefix}{++next}");
}
