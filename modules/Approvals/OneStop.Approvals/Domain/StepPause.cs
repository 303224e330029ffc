using OneStop.Kernel.Time.Clocks;

namespace OneStop.Approvals.Domain;

/// <summary>Time that does not count for the steps of an instance, with its ground and its paper. Kept, so that a step's date can be counted again on another calendar.</summary>
internal sealed class StepPause
{
    public Guid Id { get; init; }

    public Guid InstanceId { get; init; }

    /// <summary>The step that waits; null when the time counts for no step of the dossier.</summary>
    public int? Token { get; init; }

    public ClockGround Ground { get; init; }

    public required string LegalGround { get; init; }

    public required string Document { get; init; }

    public DateTimeOffset From { get; init; }

    /// <summary>Null while nobody knows; for a third party the most it may take, until it has answered.</summary>
    public DateTimeOffset? Until { get; set; }
}
