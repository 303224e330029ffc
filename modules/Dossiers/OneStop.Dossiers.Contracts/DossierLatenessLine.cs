namespace OneStop.Dossiers.Contracts;

/// <summary>What a line about the deadline tells.</summary>
public enum LatenessKind
{
    /// <summary>How often supplements were asked for.</summary>
    Supplements,

    /// <summary>The legal due date passed, and who used the time.</summary>
    Breach,

    /// <summary>An apology waits for its signature.</summary>
    ApologyWaiting,

    /// <summary>An apology was signed and sent; the appointment moved.</summary>
    ApologySigned,

    /// <summary>An apology was closed without a signature.</summary>
    ApologyClosed,

    /// <summary>The moved appointment passed as well.</summary>
    MissedAgain,
}

/// <summary>A line about the deadline, in plain words.</summary>
/// <param name="Kind">What it tells.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Text">In the current UI language.</param>
/// <param name="LetterUrl">Local address of the letter, or null.</param>
public sealed record DossierLatenessLine(LatenessKind Kind, DateTimeOffset At, string Text, string? LetterUrl);
