namespace OneStop.UI;

/// <summary>One thing that can be chosen in a list, a group of radio buttons or of checkboxes.</summary>
/// <param name="Value">What is posted.</param>
/// <param name="Text">What is read.</param>
/// <param name="Hint">A line of help under the text.</param>
/// <param name="Group">The heading it stands under, in a select.</param>
public sealed record Choice(string Value, string Text, string? Hint = null, string? Group = null);
