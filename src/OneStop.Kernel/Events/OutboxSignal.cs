using OneStop.Kernel.Jobs;

namespace OneStop.Kernel.Events;

internal sealed class OutboxSignal : WorkSignal;
