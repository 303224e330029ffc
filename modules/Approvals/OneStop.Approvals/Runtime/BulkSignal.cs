using OneStop.Kernel.Jobs;

namespace OneStop.Approvals.Runtime;

/// <summary>Deeds on many tasks are due only after their time to undo, so nothing wakes their worker sooner than it looks by itself.</summary>
internal sealed class BulkSignal : WorkSignal;
