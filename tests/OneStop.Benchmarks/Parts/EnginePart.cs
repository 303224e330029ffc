using System.Diagnostics;
using System.Globalization;
using OneStop.Approvals.Engine.Bpmn;
using OneStop.Approvals.Engine.Definitions;
using OneStop.Approvals.Engine.Execution;
using OneStop.Benchmarks.Product;
using OneStop.TestKit;

namespace OneStop.Benchmarks.Parts;

// Three user tasks and an exclusive gateway, in memory on one core, beside npm bpmn-engine in the same run.
internal static class EnginePart
{
    private const string Condition = "${environment.variables.big}";
    private const int Seconds = 5;
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 1, 0, 0, TimeSpan.Zero);
    private static readonly Dictionary<string, object?> Variables = new() { ["big"] = true };

    private static readonly string File = $"""
        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" id="d" targetNamespace="t">
          <process id="p" isExecutable="true">
            <startEvent id="s"/><userTask id="a"/><exclusiveGateway id="g" default="f5"/><userTask id="b"/><userTask id="c"/><endEvent id="e"/>
            <sequenceFlow id="f1" sourceRef="s" targetRef="a"/><sequenceFlow id="f2" sourceRef="a" targetRef="g"/>
            <sequenceFlow id="f3" sourceRef="g" targetRef="b"><conditionExpression xsi:type="tFormalExpression">{Condition}</conditionExpression></sequenceFlow>
            <sequenceFlow id="f4" sourceRef="b" targetRef="c"/><sequenceFlow id="f5" sourceRef="g" targetRef="e"/><sequenceFlow id="f6" sourceRef="c" targetRef="e"/>
          </process>
        </definitions>
        """;

    public static FiguresTable NewTable() => new("Engine", "Way", "Instances per second", "Times bpmn-engine");

    public static async Task RunAsync(FiguresTable table)
    {
        var work = Directory.CreateTempSubdirectory("onestop-peer-").FullName;
        try
        {
            foreach (var file in Directory.EnumerateFiles(RepositoryRoot.File("tests", "OneStop.Benchmarks", "Peer")))
                System.IO.File.Copy(file, Path.Combine(work, Path.GetFileName(file)));
            await System.IO.File.WriteAllTextAsync(Path.Combine(work, "three.bpmn"), File);
            await Tools.RunAsync("npm", work, "install", "--no-audit", "--no-fund");

            // In turns, so that both have the machine in the same mood.
            var (own, peer) = (new List<double>(), new List<double>());
            for (var round = 0; round < 3; round++)
            {
                own.Add(Measure());
                var said = await Tools.RunAsync("node", work, "three-tasks.js", "three.bpmn", Seconds.ToString(CultureInfo.InvariantCulture));
                peer.Add(double.Parse(said, CultureInfo.InvariantCulture));
            }

            table.Add("Three user tasks, one gateway", "npm bpmn-engine, file read once", Figures.Rate(Figures.Median(peer)), "");
            table.Add("Three user tasks, one gateway", "pure core", Figures.Rate(Figures.Median(own)), Figures.Ratio(Figures.Median(own) / Figures.Median(peer)));
        }
        finally
        {
            Directory.Delete(work, recursive: true);
        }
    }

    private static double Measure()
    {
        var definition = BpmnCompiler.Compile(File.Replace(Condition, "big", StringComparison.Ordinal)).Processes[0];
        var watch = Stopwatch.StartNew();
        while (watch.Elapsed.TotalSeconds < 1)
            Run(definition);
        var done = 0;
        for (watch.Restart(); watch.Elapsed.TotalSeconds < Seconds;)
        {
            for (var i = 0; i < 100; i++)
                Run(definition);
            done += 100;
        }

        return done / watch.Elapsed.TotalSeconds;
    }

    private static void Run(ProcessDefinition definition)
    {
        var state = Step(definition, InstanceState.Empty, new StartInstance(Variables));
        for (var i = 0; i < 3; i++)
            state = Step(definition, state, new CompleteTask(state.Tokens[0].Id, "approve"));
        if (state.Status != InstanceStatus.Completed)
            throw new InvalidOperationException("The instance has not ended.");
    }

    private static InstanceState Step(ProcessDefinition definition, InstanceState state, EngineEvent @event)
    {
        var result = ProcessEngine.Step(definition, state, new EngineCommand(Guid.NewGuid(), @event), Now);
        return result.Refusal == Refusal.None ? result.State : throw new InvalidOperationException($"{result.Refusal}");
    }
}
