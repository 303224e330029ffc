using System.Xml.Linq;
using OneStop.Approvals.Engine.Definitions;
using OneStop.Approvals.Engine.Expressions;

namespace OneStop.Approvals.Engine.Bpmn;

/// <summary>Reads the expressions and times inside standard elements.</summary>
internal static class ExpressionReader
{
    public static Expression? Read(XElement element, string text, List<DeploymentProblem> problems)
    {
        // Modellers that write FEEL mark an expression with a leading "=", others wrap theirs in "${…}".
        var source = text.Trim();
        var isForeign = (source.StartsWith("${", StringComparison.Ordinal) || source.StartsWith("#{", StringComparison.Ordinal)) && source.EndsWith('}');
        var shift = isForeign ? 2 : source.StartsWith('=') ? 1 : 0;
        var parsed = isForeign ? Expression.ParseForeign(source[2..^1]) : Expression.Parse(source[shift..]);
        return Report(element, parsed, shift, problems);
    }

    public static Expression? ReadTest(XElement element, string text, List<DeploymentProblem> problems) =>
        text.Trim() is "" or "-" ? null : Report(element, Expression.ParseTest(text), 0, problems);

    public static Expression? ReadChild(XElement element, string name, List<DeploymentProblem> problems) =>
        element.Element(BpmnNames.Model + name) is { } child && child.Value.Trim().Length > 0 ? Read(child, child.Value, problems) : null;

    public static TimerSpec? ReadTimer(XElement definition, List<DeploymentProblem> problems)
    {
        var parts = definition.Elements().Where(e => e.Name.Namespace == BpmnNames.Model && e.Name.LocalName.StartsWith("time", StringComparison.Ordinal)).ToList();
        if (parts is not [var part])
        {
            problems.Add(BpmnXml.Problem(DeploymentProblem.BadTimer, definition, ""));
            return null;
        }

        var kind = part.Name.LocalName switch { "timeDuration" => TimerKind.Duration, "timeDate" => TimerKind.Date, _ => TimerKind.Cycle };
        var text = part.Value.Trim();
        var working = definition.OwnExtensions().Concat(definition.Parent!.OwnExtensions()).Any(e => e.Name.LocalName == "timer" && e.Text("clock") == "working");
        if (text.StartsWith('=') || text.StartsWith("${", StringComparison.Ordinal) || text.Contains('('))
            return Read(part, text, problems) is { } expression ? new TimerSpec(kind, text, expression, working) : null;
        var valid = kind switch
        {
            TimerKind.Duration => IsoTime.ParseSpan(text) is { } span && !(working && span.IsLong),
            TimerKind.Date => IsoTime.ParseDate(text) is not null,
            _ => IsoTime.ParseCycle(text) is { } cycle && !(working && cycle.Interval.IsLong),
        };
        if (valid)
            return new TimerSpec(kind, text, null, working);
        problems.Add(BpmnXml.Problem(DeploymentProblem.BadTimer, part, text));
        return null;
    }

    private static Expression? Report(XElement element, ParsedExpression parsed, int shift, List<DeploymentProblem> problems)
    {
        if (parsed.Expression is { } expression)
            return expression;
        problems.Add(BpmnXml.Problem(DeploymentProblem.BadExpression, element, $"{parsed.Error!.Code} @{parsed.Error.Position + shift + 1}: {parsed.Error.Found}"));
        return null;
    }
}
