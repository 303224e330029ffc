using OneStop.Kernel.Jobs;

namespace OneStop.Approvals.Runtime;

/// <summary>Wakes this node when a simulation has been asked for.</summary>
internal sealed class SimulationSignal : WorkSignal;
