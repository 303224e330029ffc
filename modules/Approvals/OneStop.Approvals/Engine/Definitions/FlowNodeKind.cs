namespace OneStop.Approvals.Engine.Definitions;

internal enum FlowNodeKind
{
    Start,
    End,
    TerminateEnd,

    /// <summary>A none, manual or throwing element that does nothing but pass the token on.</summary>
    Pass,
    UserTask,
    ServiceTask,

    /// <summary>A receive task or a catching message event: waits for the world outside.</summary>
    MessageWait,
    TimerWait,
    ExclusiveGateway,
    ParallelGateway,
    BoundaryTimer,
}
