namespace OneStop.UI;

/// <summary>One tab: an address of its own, so that it can be shared and come back to.</summary>
/// <param name="Text">The words on it.</param>
/// <param name="Url">Where it goes.</param>
/// <param name="IsCurrent">Whether it is the one shown.</param>
/// <param name="Count">How many things are behind it.</param>
public sealed record TabLink(string Text, string Url, bool IsCurrent = false, int? Count = null);
