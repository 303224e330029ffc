using OneStop.Approvals.Engine.Expressions;

namespace OneStop.Approvals.Engine.Definitions;

internal enum HitPolicy
{
    Unique,
    First,
    Any,
    Collect,
}

/// <summary>A decision table in the manner of DMN: a rule holds when each of its tests holds for the input above it; an empty test always does.</summary>
internal sealed record DecisionTable(
    HitPolicy Policy, IReadOnlyList<Expression> Inputs, IReadOnlyList<string> Outputs, IReadOnlyList<DecisionRule> Rules);

internal sealed record DecisionRule(IReadOnlyList<Expression?> Tests, IReadOnlyList<Expression?> Values);
