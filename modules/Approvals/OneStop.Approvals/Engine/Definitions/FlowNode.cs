using OneStop.Approvals.Engine.Expressions;

namespace OneStop.Approvals.Engine.Definitions;

/// <summary>One element of a compiled process. Filled in by the compiler, never changed afterwards.</summary>
internal sealed class FlowNode(string id, string name, FlowNodeKind kind)
{
    public string Id { get; } = id;

    public string Name { get; } = name;

    public FlowNodeKind Kind { get; } = kind;

    public IReadOnlyList<SequenceFlow> Incoming { get; set; } = [];

    public IReadOnlyList<SequenceFlow> Outgoing { get; set; } = [];

    public SequenceFlow? Default { get; set; }

    public IReadOnlyList<FlowNode> Boundaries { get; set; } = [];

    public FlowNode? AttachedTo { get; set; }

    public bool Interrupting { get; init; } = true;

    public StepSettings? Step { get; init; }

    public IReadOnlyList<StepAction> Actions { get; init; } = [];

    public TimerSpec? Timer { get; init; }

    public string? Message { get; init; }

    public string? Service { get; init; }

    public string? Outcome { get; init; }

    /// <summary>True where a token rests until somebody or something outside the engine moves it.</summary>
    public bool IsWait => Kind is FlowNodeKind.UserTask or FlowNodeKind.ServiceTask or FlowNodeKind.MessageWait or FlowNodeKind.TimerWait;
}

internal sealed class SequenceFlow(string id, string name, FlowNode source, FlowNode target, Expression? condition)
{
    public string Id { get; } = id;

    public string Name { get; } = name;

    public FlowNode Source { get; } = source;

    public FlowNode Target { get; } = target;

    public Expression? Condition { get; } = condition;
}
