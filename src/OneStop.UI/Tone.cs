namespace OneStop.UI;

/// <summary>What a colour means. A tone never speaks alone: a word and an icon go with it.</summary>
public enum Tone
{
    /// <summary>No judgement.</summary>
    Neutral,

    /// <summary>Worth knowing, or in progress.</summary>
    Info,

    /// <summary>Finished well, on time.</summary>
    Done,

    /// <summary>Needs attention soon.</summary>
    Warning,

    /// <summary>Late, wrong or refused.</summary>
    Late,

    /// <summary>Waiting for somebody; the clock is stopped.</summary>
    Paused,
}
