using OneStop.Approvals.Engine.Expressions;

namespace OneStop.Approvals.Engine.Definitions;

internal abstract record LoopSpec;

internal sealed record StandardLoop(bool TestBefore, int? Maximum, Expression? Condition) : LoopSpec;

internal enum LoopBehaviour
{
    All,
    None,
    One,
    Complex,
}

/// <summary>Several instances of one activity: as many as <paramref name="Cardinality"/> says, or one for each item of a list.</summary>
internal sealed record MultiInstance(bool Sequential, Expression? Cardinality) : LoopSpec
{
    /// <summary>Variable, data object or data input that holds the list.</summary>
    public string? InputList { get; init; }

    /// <summary>Variable that holds one item.</summary>
    public string? InputItem { get; init; }

    public string? OutputList { get; init; }

    public string? OutputItem { get; init; }

    public Expression? Completion { get; init; }

    public LoopBehaviour Behaviour { get; init; } = LoopBehaviour.All;

    /// <summary>Thrown at the activity's own boundary as instances complete (behaviour None or One).</summary>
    public EventSpec? Thrown { get; init; }

    public IReadOnlyList<ComplexBehaviour> Complex { get; init; } = [];
}

internal sealed record ComplexBehaviour(Expression Condition, IReadOnlyList<EventSpec> Thrown);

/// <summary>An ad-hoc sub-process: its activities are done once each, and again until the condition holds.</summary>
internal sealed record AdHocSpec(bool Sequential, Expression? Completion, bool CancelRemaining);
