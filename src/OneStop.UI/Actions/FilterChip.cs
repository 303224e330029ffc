namespace OneStop.UI;

/// <summary>A filter in force.</summary>
/// <param name="Text">What it lets through, such as "Phường Cửa Nam".</param>
/// <param name="RemoveUrl">The same list without it.</param>
public sealed record FilterChip(string Text, string RemoveUrl);
