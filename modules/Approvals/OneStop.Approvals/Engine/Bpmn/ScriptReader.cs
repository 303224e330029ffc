using System.Xml.Linq;
using OneStop.Approvals.Engine.Definitions;

namespace OneStop.Approvals.Engine.Bpmn;

/// <summary>Scripts: lines of "name = expression" in FEEL; for the verb "bpmn run" also traces.</summary>
internal static class ScriptReader
{
    public static ScriptSpec? Read(XElement task, CompileMode mode, List<DeploymentProblem> problems)
    {
        var text = task.Element(BpmnNames.Model + "script")?.Value ?? "";
        var lines = text.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0).ToList();
        if (lines.Count == 0)
            return new ScriptSpec([]);
        var format = task.Text("scriptFormat") ?? task.Text("scriptLanguage") ?? "";
        Func<string, ScriptLine?>? reader = format.ToLowerInvariant() switch
        {
            "x-trace" when mode == CompileMode.Trace => line => Trace(line),
            "feel" or "text/feel" or "application/feel" => line => Assign(line, task, problems),
            _ => null,
        };
        if (reader is null)
        {
            problems.Add(BpmnXml.Problem(DeploymentProblem.BadScript, task, format));
            return null;
        }

        var script = new List<ScriptLine>();
        foreach (var line in lines)
        {
            if (reader(line) is { } read)
                script.Add(read);
            else if (!problems.Exists(problem => problem.ElementId == task.Text("id")))
                problems.Add(BpmnXml.Problem(DeploymentProblem.BadScript, task, line));
        }

        return new ScriptSpec(script);
    }

    private static ScriptLine? Trace(string line)
    {
        var (verb, rest) = Cut(line);
        switch (verb)
        {
            case "log":
                return new ScriptLine(ScriptVerb.Log, rest);
            case "inc" when rest.Length > 0:
                return new ScriptLine(ScriptVerb.Increment, "", rest);
            case "throw" when rest.Length > 0:
                return new ScriptLine(ScriptVerb.Throw, rest);
            case "sleep" when IsoTime.ParseDuration(rest) is { } pause:
                return new ScriptLine(ScriptVerb.Sleep, rest) { Pause = pause };
            case "set":
                var (variable, text) = Cut(rest);
                return variable.Length == 0 ? null : new ScriptLine(ScriptVerb.SetText, text is ['"', .., '"'] ? text[1..^1] : text, variable);
            case "log-var":
                var (prefix, name) = Cut(rest);
                return name.Length == 0 ? null : new ScriptLine(ScriptVerb.LogVariable, prefix, name);
            default:
                return null;
        }
    }

    private static (string First, string Remainder) Cut(string text)
    {
        var end = text.AsSpan().IndexOfAny(' ', '\t');
        return end < 0 ? (text, "") : (text[..end], text[end..].Trim());
    }

    private static ScriptLine? Assign(string line, XElement task, List<DeploymentProblem> problems)
    {
        var sign = line.IndexOf('=', StringComparison.Ordinal);
        var name = sign > 0 ? line[..sign].TrimEnd(':').Trim() : "";
        if (name.Length == 0 || !name.All(c => char.IsLetterOrDigit(c) || c is '_' or '.'))
            return null;
        return ExpressionReader.Read(task, line[(sign + 1)..], problems) is { } value ? new ScriptLine(ScriptVerb.Assign, "", name, value) : null;
    }
}
