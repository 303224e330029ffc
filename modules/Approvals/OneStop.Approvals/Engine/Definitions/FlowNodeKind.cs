namespace OneStop.Approvals.Engine.Definitions;

internal enum FlowNodeKind
{
    StartEvent,
    EndEvent,
    CatchEvent,
    ThrowEvent,
    BoundaryEvent,

    /// <summary>A none or manual task: done as soon as it is entered.</summary>
    Task,
    UserTask,
    ServiceTask,
    SendTask,
    ReceiveTask,
    ScriptTask,
    RuleTask,
    CallActivity,
    SubProcess,
    ExclusiveGateway,
    InclusiveGateway,
    ParallelGateway,
    EventGateway,
    ComplexGateway,
}
