using OneStop.Approvals.Contracts;
using System.Xml.Linq;
using OneStop.Approvals.Engine.Bpmn;
using OneStop.Approvals.Engine.Definitions;
using OneStop.Approvals.Engine.Execution;
using OneStop.Approvals.Runtime;

namespace OneStop.Approvals.Tests.Engine;

/// <summary>The processes the product ships with.</summary>
public sealed class ProcessFilesTests
{
    public static TheoryData<string> Keys => [.. ProcessFiles.All.Select(file => file.Name)];

    [Theory]
    [MemberData(nameof(Keys))]
    public void Ship_EveryFile_DeploysAndKeepsItsDiagram(string name)
    {
        var xml = ProcessFiles.All.Single(file => file.Name == name).Xml;
        var file = BpmnCompiler.Compile(xml);

        Assert.Empty(file.Problems);
        Assert.Empty(DeploymentRules.Check(file.Processes[0]));
        XNamespace di = "http://www.omg.org/spec/BPMN/20100524/DI";
        var document = XDocument.Parse(xml);
        var drawn = document.Descendants(di + "BPMNShape").Concat(document.Descendants(di + "BPMNEdge")).Select(e => e.Attribute("bpmnElement")!.Value).ToHashSet();
        Assert.All(file.Processes[0].Nodes, node => Assert.Contains(node.Id, drawn));
        Assert.All(file.Processes[0].Nodes.SelectMany(node => node.Outgoing), flow => Assert.Contains(flow.Id, drawn));
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void Run_EveryFile_ReachesItsEnd(string name)
    {
        var definition = BpmnCompiler.Compile(ProcessFiles.All.Single(file => file.Name == name).Xml).Processes[0];
        foreach (var channel in new[] { "online", "in_person" })
        {
            var instance = Instance.Start(definition, ("dossier.channel", channel), ("dueAt", "2030-01-02T09:00:00Z"));
            for (var step = 0; step < 40 && !instance.State.IsEnded; step++)
            {
                var token = instance.State.Tokens.First(t => t.State is TokenState.Task or TokenState.Message or TokenState.Service);
                if (token.State == TokenState.Service)
                {
                    Assert.Equal(Refusal.None, instance.Send(new ServiceDone(token.Id, Instance.Dictionary((ConsultationSettings.Outcome, "disagrees")))));
                    continue;
                }

                var action = definition[token.Node].Actions.First(a => a.Kind == ActionKind.Approve).Key;
                Assert.Equal(Refusal.None, instance.Send(new CompleteTask(token.Id, action, Instance.Dictionary(("taxAmount", "5000")))));
            }

            // An answer ends the watch over its date too.
            Assert.Equal(name == Matters.Consultation ? InstanceStatus.Terminated : InstanceStatus.Completed, instance.State.Status);
            Assert.Empty(instance.Messages.OfType<IncidentRaised>());
        }
    }

    [Fact]
    public void Ship_SocialAllowance_RunsThroughThreeLevelsInTheOrderedWay()
    {
        var definition = BpmnCompiler.Compile(ProcessFiles.All.Single(file => file.Name == "1.001776").Xml).Processes[0];
        var instance = Instance.Start(definition);
        var route = new List<string>();
        while (!instance.State.IsEnded)
        {
            var node = definition[instance.State.Tokens.Single().Node];
            route.Add($"{node.Step!.Level} {node.Step.Role}");
            instance.Complete(node.Id);
        }

        Assert.Equal(
            [
                "xa desk_clerk", "xa officer", "xa agency_leader", "huyen desk_clerk", "huyen officer", "huyen department_head",
                "tinh officer", "tinh agency_leader", "tinh records_clerk", "xa desk_clerk",
            ],
            route);
        Assert.Equal(176, definition.Nodes.Sum(node => node.Step?.HoursInPerson ?? 0));
    }

    [Fact]
    public void Ship_Examples_AtLeastFourBranchOrWaitForOthers()
    {
        var rich = ProcessFiles.All.Where(file => !file.Name.StartsWith("default", StringComparison.Ordinal))
            .Count(file => BpmnCompiler.Compile(file.Xml).Processes[0].Nodes.Any(node => node.Kind is FlowNodeKind.ExclusiveGateway or FlowNodeKind.ParallelGateway || node.IsMessageWait));

        Assert.True(rich >= 4, $"{rich}");
        Assert.Equal(17, ProcessFiles.All.Count);
    }
}
