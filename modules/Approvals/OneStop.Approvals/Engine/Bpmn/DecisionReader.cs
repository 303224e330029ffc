using System.Xml.Linq;
using OneStop.Approvals.Engine.Definitions;
using OneStop.Approvals.Engine.Expressions;

namespace OneStop.Approvals.Engine.Bpmn;

/// <summary>Reads <c>os:decision</c>, the decision table of a business rule task.</summary>
internal static class DecisionReader
{
    public static DecisionTable? Read(XElement task, CompileMode mode, List<DeploymentProblem> problems)
    {
        if (task.OwnExtensions().FirstOrDefault(e => e.Name.LocalName == "decision") is not { } decision)
        {
            if (mode == CompileMode.Product)
                problems.Add(BpmnXml.Problem(DeploymentProblem.BadExtension, task, "decision"));
            return null;
        }

        var policy = decision.Text("hitPolicy") switch { null or "unique" => HitPolicy.Unique, "first" => HitPolicy.First, "any" => HitPolicy.Any, "collect" => HitPolicy.Collect, _ => (HitPolicy?)null };
        var inputs = Own(decision, "input").Select(input => ExpressionReader.Read(input, input.Text("expression") ?? "null", problems)).OfType<Expression>().ToList();
        var outputs = Own(decision, "output").Select(output => output.Text("name") ?? "").ToList();
        var rules = Own(decision, "rule").Select(rule => new DecisionRule(
            [.. Own(rule, "when").Select(test => ExpressionReader.ReadTest(test, test.Value, problems))],
            [.. Own(rule, "then").Select(value => value.Value.Trim().Length == 0 ? null : ExpressionReader.Read(value, value.Value, problems))])).ToList();
        if (policy is null || outputs.Count == 0 || outputs.Contains("") || rules.Exists(rule => rule.Tests.Count != inputs.Count || rule.Values.Count != outputs.Count))
        {
            problems.Add(BpmnXml.Problem(DeploymentProblem.BadExtension, decision, "decision: hitPolicy, input, output, rule"));
            return null;
        }

        return new DecisionTable(policy.Value, inputs, outputs, rules);
    }

    private static IEnumerable<XElement> Own(XElement element, string name) => element.Elements(BpmnNames.OneStop + name);
}
