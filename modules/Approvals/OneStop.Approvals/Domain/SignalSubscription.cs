namespace OneStop.Approvals.Domain;

/// <summary>An instance that a signal would move now, so that a signal finds it without reading any state.</summary>
internal sealed class SignalSubscription
{
    public Guid InstanceId { get; init; }

    public required string Signal { get; init; }
}
