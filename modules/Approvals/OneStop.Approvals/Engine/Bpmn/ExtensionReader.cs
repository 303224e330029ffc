using System.Globalization;
using System.Xml.Linq;
using OneStop.Approvals.Engine.Definitions;

namespace OneStop.Approvals.Engine.Bpmn;

/// <summary>Reads our own extension elements.</summary>
internal static class ExtensionReader
{
    public static readonly string[] Levels = ["xa", "huyen", "tinh", "bo"];
    private static readonly Dictionary<string, ActionKind> Kinds = new(StringComparer.Ordinal)
    {
        ["approve"] = ActionKind.Approve,
        ["return"] = ActionKind.Return,
        ["ask_supplement"] = ActionKind.AskSupplement,
        ["forward"] = ActionKind.Forward,
        ["reject"] = ActionKind.Reject,
    };

    private static readonly Dictionary<string, AssignRule> Rules = new(StringComparer.Ordinal)
    {
        ["group"] = AssignRule.Group,
        ["least_loaded"] = AssignRule.LeastLoaded,
        ["same_person"] = AssignRule.SamePerson,
    };

    private static readonly string[] Names = ["process", "step", "action", "service", "end", "timer", "decision", "form", "consultation"];

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
            Assign = Assign(step, problems),
            SameAs = step.Text("sameAs"),
        };
    }

    private static AssignRule Assign(XElement step, List<DeploymentProblem> problems)
    {
        var rule = step.Text("assign") ?? "group";
        if (!Rules.TryGetValue(rule, out var found))
            problems.Add(BpmnXml.Problem(DeploymentProblem.BadExtension, step, $"step: assign {rule}"));
        // One without the other would be lost in silence.
        else if ((found == AssignRule.SamePerson) != (step.Text("sameAs") is not null))
            problems.Add(BpmnXml.Problem(DeploymentProblem.BadExtension, step, "step: assign, sameAs"));
        return found;
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

    public static string? ReadService(XElement element, CompileMode mode, List<DeploymentProblem> problems)
    {
        if (element.OwnExtensions().FirstOrDefault(e => e.Name.LocalName == "service")?.Text("name") is { } name)
            return mode == CompileMode.Trace ? null : name;
        if (mode == CompileMode.Product)
            problems.Add(BpmnXml.Problem(DeploymentProblem.BadExtension, element, "service: name"));
        return null;
    }

    /// <summary>A misspelt element of our own namespace would otherwise be lost in silence.</summary>
    public static void CheckNames(XElement element, List<DeploymentProblem> problems)
    {
        foreach (var extension in element.OwnExtensions().Where(e => !Names.Contains(e.Name.LocalName)))
            problems.Add(BpmnXml.Problem(DeploymentProblem.BadExtension, extension, extension.Name.LocalName));
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
