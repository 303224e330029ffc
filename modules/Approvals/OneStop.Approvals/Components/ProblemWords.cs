using Microsoft.Extensions.Localization;
using OneStop.Approvals.Engine.Definitions;

namespace OneStop.Approvals.Components;

/// <summary>A problem of a drawing in words: what is wrong and what to do. What the compiler says of our own settings names attributes, which nobody who draws sees.</summary>
internal static class ProblemWords
{
    private static readonly (string Says, string Key)[] Settings =
    [
        ("step: level, role", "problem.step_post"),
        ("step: assign, sameAs", "problem.step_same_person"),
        ("step: assign", "problem.step_assign"),
        ("step: status", "problem.step_status"),
        ("step: share", "problem.step_share"),
        ("step: hours", "problem.step_hours"),
        ("action: kind, label", "problem.action_incomplete"),
        ("action:", "problem.action_twice"),
        ("service:", "problem.service_missing"),
        ("decision", "problem.decision_incomplete"),
    ];

    /// <summary>The words, and beside them what they leave unsaid.</summary>
    public static (string Words, string Detail) Of(IStringLocalizer texts, string code, string detail)
    {
        if (code != DeploymentProblem.BadExtension)
            return (texts[code], detail);
        var known = Array.Find(Settings, s => detail.StartsWith(s.Says, StringComparison.Ordinal));
        return known.Key is null ? (texts["problem.unknown_setting", detail], "") : (texts[known.Key, detail[(detail.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim()], "");
    }
}
