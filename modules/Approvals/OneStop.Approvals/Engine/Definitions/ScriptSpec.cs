using OneStop.Approvals.Engine.Expressions;

namespace OneStop.Approvals.Engine.Definitions;

internal enum ScriptVerb
{
    /// <summary>A variable becomes the value of an expression.</summary>
    Assign,
    Log,
    Increment,
    SetText,
    LogVariable,
    Throw,
    Sleep,
}

internal sealed record ScriptLine(ScriptVerb Verb, string Text, string Variable = "", Expression? Value = null, TimeSpan Pause = default);

internal sealed record ScriptSpec(IReadOnlyList<ScriptLine> Lines);
