using OneStop.Kernel.Jobs;

namespace OneStop.Approvals.Runtime;

/// <summary>A commit left a timer or a service to run.</summary>
internal sealed class JobSignal : WorkSignal;
