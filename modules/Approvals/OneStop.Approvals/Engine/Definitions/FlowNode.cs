using OneStop.Approvals.Engine.Expressions;

namespace OneStop.Approvals.Engine.Definitions;

/// <summary>One element of a compiled process. Filled in by the compiler, never changed afterwards.</summary>
internal sealed class FlowNode(string id, string name, FlowNodeKind kind)
{
    public string Id { get; } = id;

    public string Name { get; } = name;

    public FlowNodeKind Kind { get; } = kind;

    /// <summary>The process or sub-process the node stands in.</summary>
    public ScopeDefinition Scope { get; set; } = null!;

    public IReadOnlyList<SequenceFlow> Incoming { get; set; } = [];

    public IReadOnlyList<SequenceFlow> Outgoing { get; set; } = [];

    public SequenceFlow? Default { get; set; }

    public IReadOnlyList<FlowNode> Boundaries { get; set; } = [];

    public FlowNode? AttachedTo { get; set; }

    /// <summary>Of a boundary event, or of the start event of an event sub-process.</summary>
    public bool Interrupting { get; init; } = true;

    public IReadOnlyList<EventSpec> Events { get; init; } = [];

    /// <summary>Every event definition must have happened, in any order.</summary>
    public bool ParallelMultiple { get; init; }

    public LoopSpec? Loop { get; init; }

    /// <summary>What a sub-process holds.</summary>
    public ScopeDefinition? Body { get; set; }

    public bool IsEventSubProcess { get; init; }

    public bool IsTransaction { get; init; }

    public AdHocSpec? AdHoc { get; init; }

    public string? CalledElement { get; init; }

    public ScriptSpec? Script { get; init; }

    public DecisionTable? Decision { get; init; }

    public DataSpec Data { get; init; } = DataSpec.None;

    public bool IsForCompensation { get; init; }

    /// <summary>The activity that undoes this one.</summary>
    public FlowNode? CompensatedBy { get; set; }

    public int StartQuantity { get; init; } = 1;

    public int CompletionQuantity { get; init; } = 1;

    /// <summary>A receive task or event gateway that starts the process.</summary>
    public bool Instantiates { get; init; }

    /// <summary>An instantiating event gateway whose other events stay required.</summary>
    public bool InstantiatesAll { get; init; }

    /// <summary>When a complex gateway lets tokens on.</summary>
    public Expression? Activation { get; init; }

    /// <summary>Where a throwing link goes on.</summary>
    public FlowNode? LinkTarget { get; set; }

    public StepSettings? Step { get; init; }

    public IReadOnlyList<StepAction> Actions { get; init; } = [];

    public string? Service { get; init; }

    /// <summary>Whom a service task asks for an opinion; it waits for those who take part in deciding.</summary>
    public ConsultationSettings? Consultation { get; init; }

    public string? Outcome { get; init; }

    public bool IsActivity => Kind is >= FlowNodeKind.Task and <= FlowNodeKind.SubProcess;

    /// <summary>Announces something others may wait for: done only once everything that can get ready to wait is ready.</summary>
    public bool Announces { get; init; }

    public TimerSpec? Timer => Events is [{ Kind: EventKind.Timer } only] ? only.Timer : null;

    /// <summary>The one message a task or event waits for.</summary>
    public string? Message => Events is [{ Kind: EventKind.Message } only] ? only.Name : null;

    /// <summary>Waits for a message from outside, and shows as a step when it has <see cref="Step"/>.</summary>
    public bool IsMessageWait => Kind == FlowNodeKind.ReceiveTask || (Kind == FlowNodeKind.CatchEvent && Message is not null);

    public bool Has(EventKind wanted)
    {
        foreach (var spec in Events)
        {
            if (spec.Kind == wanted)
                return true;
        }

        return false;
    }
}

internal sealed class SequenceFlow(string id, string name, FlowNode source, FlowNode target, Expression? condition)
{
    public string Id { get; } = id;

    public string Name { get; } = name;

    public FlowNode Source { get; } = source;

    public FlowNode Target { get; } = target;

    public Expression? Condition { get; } = condition;
}
