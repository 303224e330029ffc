namespace OneStop.UI;

/// <summary>What a dossier card shows, the same everywhere.</summary>
/// <param name="Code">The code of the dossier, or its temporary code before acceptance.</param>
/// <param name="Procedure">The name of the procedure.</param>
/// <param name="Status">The status in a word.</param>
/// <param name="StatusTone">The status in colour.</param>
/// <param name="Url">The page of the dossier.</param>
/// <param name="Applicant">Who asked.</param>
/// <param name="Where">Where it is now.</param>
/// <param name="DueAt">When it is due.</param>
/// <param name="FinishedAt">When it was finished.</param>
/// <param name="IsPaused">Whether the clock is stopped.</param>
/// <param name="HasClock">Whether there is a date to speak of: not for drafts, nor for withdrawn or refused ones.</param>
/// <param name="AgencyId">Whose office hours count.</param>
public sealed record DossierCardView(
    string Code,
    string Procedure,
    string Status,
    Tone StatusTone,
    string? Url = null,
    string? Applicant = null,
    string? Where = null,
    DateTimeOffset? DueAt = null,
    DateTimeOffset? FinishedAt = null,
    bool IsPaused = false,
    bool HasClock = true,
    Guid AgencyId = default)
{
    /// <summary>The legal due date, which an apology does not move.</summary>
    public DateTimeOffset? LegalDueAt { get; init; }

    /// <summary>From when it is late.</summary>
    public DateTimeOffset? LateAt { get; init; }
}
