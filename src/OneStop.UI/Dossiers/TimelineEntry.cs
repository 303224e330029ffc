namespace OneStop.UI;

/// <summary>How far an entry of a timeline is.</summary>
public enum TimelineState
{
    /// <summary>Behind us.</summary>
    Done,

    /// <summary>Where it is.</summary>
    Now,

    /// <summary>Still to come.</summary>
    Next,

    /// <summary>Waiting for somebody, the clock stopped.</summary>
    Paused,

    /// <summary>Ended without a result.</summary>
    Stopped,

    /// <summary>A promise that was not kept.</summary>
    Late,
}

/// <summary>One step of a dossier's way.</summary>
/// <param name="Title">What is done in it.</param>
/// <param name="State">How far it is.</param>
/// <param name="Who">The person or unit; the unit alone on public pages.</param>
/// <param name="StartedAt">When it began.</param>
/// <param name="FinishedAt">When it ended.</param>
/// <param name="Used">The working time it took so far.</param>
/// <param name="Allowed">The working time it may take.</param>
/// <param name="Note">The reason of a pause, an opinion, a document number.</param>
public sealed record TimelineEntry(
    string Title,
    TimelineState State,
    string? Who = null,
    DateTimeOffset? StartedAt = null,
    DateTimeOffset? FinishedAt = null,
    TimeSpan? Used = null,
    TimeSpan? Allowed = null,
    string? Note = null);
