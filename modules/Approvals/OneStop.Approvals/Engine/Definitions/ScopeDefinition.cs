namespace OneStop.Approvals.Engine.Definitions;

/// <summary>A process or the inside of a sub-process.</summary>
internal sealed class ScopeDefinition(FlowNode? owner)
{
    private static readonly Dictionary<string, string> NoAliases = [];

    /// <summary>The sub-process; null for a process.</summary>
    public FlowNode? Owner { get; } = owner;

    public IReadOnlyList<FlowNode> Nodes { get; set; } = [];

    /// <summary>Where tokens are put when the scope is entered without an event.</summary>
    public IReadOnlyList<FlowNode> Starts { get; set; } = [];

    /// <summary>Event sub-processes by their start events.</summary>
    public IReadOnlyList<FlowNode> Handlers { get; set; } = [];

    /// <summary>What starts the process by an event: start events, receive tasks, targets of an instantiating gateway.</summary>
    public IReadOnlyList<FlowNode> Triggers { get; set; } = [];

    /// <summary>Data objects and properties.</summary>
    public IReadOnlyList<string> Declared { get; set; } = [];

    /// <summary>Other names of the declared: ids, and names of references.</summary>
    public IReadOnlyDictionary<string, string> Aliases { get; set; } = NoAliases;

    /// <summary>Someone inside can be undone, so completed instances are remembered.</summary>
    public bool HasCompensation { get; set; }

    public FlowNode? CompensationHandler { get; set; }
}
