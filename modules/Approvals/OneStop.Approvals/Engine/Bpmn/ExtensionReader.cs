using System.Globalization;
using System.Xml.Linq;
using OneStop.Approvals.Engine.Definitions;
using OneStop.Approvals.Engine.Expressions;

namespace OneStop.Approvals.Engine.Bpmn;

/// <summary>Reads our own extension elements and the expressions inside standard ones.</summary>
internal static class ExtensionReader
{
    private static readonly string[] Levels = ["xa", "huyen", "tinh", "bo"];
    private static readonly Dictionary<string, ActionKind> Kinds = new(StringComparer.Ordinal)
    {
        ["approve"] = ActionKind.Approve,
        ["return"] = ActionKind.Return,
        ["ask_supplement"] = ActionKind.AskSupplement,
        ["forward"] = ActionKind.Forward,
        ["reject"] = ActionKind.Reject,
    };

    private static readonly string[] Names = ["process", "step", "action", "service", "end", "timer"];

    public static StepSettings? ReadStep(XElement element, List<DeploymentProblem> problems)
    {
        if (element.OwnExtensions().FirstOrDefault(e => e.Name.LocalName == "step") is not { } step)
            return null;
        if (step.Text("level") is not { } level || !Levels.Contains(level) || step.Text("role") is not { } role)
        {
            problems.Add(BpmnXml.Problem(DeploymentProblem.BadExtension, step, "step: level, role"));
            return null;
        }

        return new StepSettings
        {
            Level = level,
            Role = role,
            Field = step.Text("field"),
            Unit = step.Text("unit"),
            NameEn = step.Text("nameEn"),
            HoursOnline = Hours(step, "hoursOnline", problems) ?? Hours(step, "hours", problems),
            HoursInPerson = Hours(step, "hoursInPerson", problems) ?? Hours(step, "hours", problems),
            Share = Hours(step, "share", problems),
            Status = Status(step, "status", problems),
            Form = step.Text("form"),
            Print = step.Text("print"),
            Deed = step.Text("deed") ?? "",
        };
    }

    public static IReadOnlyList<StepAction> ReadActions(XElement element, List<DeploymentProblem> problems)
    {
        var actions = new List<StepAction>();
        foreach (var action in element.OwnExtensions().Where(e => e.Name.LocalName == "action"))
        {
            if (!Kinds.TryGetValue(action.Text("kind") ?? "", out var kind) || action.Text("label") is not { } label)
            {
                problems.Add(BpmnXml.Problem(DeploymentProblem.BadExtension, action, "action: kind, label"));
                continue;
            }

            var key = action.Text("key") ?? action.Text("kind")!;
            var dangerous = kind != ActionKind.Approve;
            actions.Add(new StepAction(kind, key, label, action.Text("labelEn"), action.Text("reason") is { } reason ? reason == "required" : dangerous));
        }

        if (actions.GroupBy(a => a.Key, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1) is { } twice)
            problems.Add(BpmnXml.Problem(DeploymentProblem.BadExtension, element, $"action: {twice.Key}"));
        return actions;
    }

    public static string? ReadService(XElement element, List<DeploymentProblem> problems)
    {
        if (element.OwnExtensions().FirstOrDefault(e => e.Name.LocalName == "service")?.Text("name") is { } name)
            return name;
        problems.Add(BpmnXml.Problem(DeploymentProblem.BadExtension, element, "service: name"));
        return null;
    }

    /// <summary>A misspelt element of our own namespace would otherwise be lost in silence.</summary>
    public static void CheckNames(XElement element, List<DeploymentProblem> problems)
    {
        foreach (var extension in element.OwnExtensions().Where(e => !Names.Contains(e.Name.LocalName)))
            problems.Add(BpmnXml.Problem(DeploymentProblem.BadExtension, extension, extension.Name.LocalName));
    }

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
        if (text.StartsWith('='))
            return ParseExpression(part, text, problems) is { } expression ? new TimerSpec(kind, text, expression, working) : null;
        var valid = kind switch
        {
            TimerKind.Duration => IsoTime.ParseDuration(text) is not null,
            TimerKind.Date => IsoTime.ParseDate(text) is not null,
            _ => IsoTime.ParseCycle(text) is not null,
        };
        if (valid)
            return new TimerSpec(kind, text, null, working);
        problems.Add(BpmnXml.Problem(DeploymentProblem.BadTimer, part, text));
        return null;
    }

    public static Expression? ParseExpression(XElement element, string text, List<DeploymentProblem> problems)
    {
        // Modellers that write FEEL mark an expression with a leading "=".
        var source = text.Trim();
        var shift = source.StartsWith('=') ? 1 : 0;
        var parsed = Expression.Parse(source[shift..]);
        if (parsed.Expression is { } expression)
            return expression;
        problems.Add(BpmnXml.Problem(DeploymentProblem.BadExpression, element, $"{parsed.Error!.Code} @{parsed.Error.Position + shift + 1}: {parsed.Error.Found}"));
        return null;
    }

    private static decimal? Hours(XElement step, string attribute, List<DeploymentProblem> problems)
    {
        if (step.Text(attribute) is not { } text)
            return null;
        if (decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var hours) && hours is >= 0 and <= 10_000)
            return hours;
        problems.Add(BpmnXml.Problem(DeploymentProblem.BadExtension, step, $"step: {attribute}"));
        return null;
    }

    private static int? Status(XElement step, string attribute, List<DeploymentProblem> problems)
    {
        if (step.Text(attribute) is not { } text)
            return null;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var status) && status is >= 1 and <= 10)
            return status;
        problems.Add(BpmnXml.Problem(DeploymentProblem.BadExtension, step, $"step: {attribute}"));
        return null;
    }
}
