using OneStop.Approvals.Engine.Definitions;

namespace OneStop.Approvals.Domain;

/// <summary>A version that begins when a message or signal of the name comes, so that who comes finds it without reading any file.</summary>
internal sealed class StartSubscription
{
    public Guid ProcessVersionId { get; init; }

    public required string Element { get; init; }

    public EventKind Kind { get; init; }

    public required string Name { get; init; }
}
