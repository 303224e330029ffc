namespace OneStop.UI;

/// <summary>One part of a long form.</summary>
/// <param name="Text">The name of the part.</param>
/// <param name="Status">How far it is, in a word.</param>
/// <param name="Tone">How far it is, in colour.</param>
/// <param name="Url">Where it is filled in; null while it cannot start yet.</param>
/// <param name="Hint">A line about it.</param>
public sealed record TaskItem(string Text, string Status, Tone Tone, string? Url, string? Hint = null);
