using OneStop.Kernel.Jobs;

namespace OneStop.Notifications.Features.DeliverMessages;

/// <summary>A commit left a message to deliver.</summary>
internal sealed class DeliverySignal : WorkSignal;
