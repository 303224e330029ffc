using OneStop.Kernel.Jobs;

namespace OneStop.Approvals.Runtime;

/// <summary>Wakes this node's migration worker when somebody has started a run.</summary>
internal sealed class MigrationSignal : WorkSignal;
