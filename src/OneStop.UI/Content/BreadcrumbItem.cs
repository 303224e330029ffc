namespace OneStop.UI;

/// <summary>A page above this one.</summary>
/// <param name="Text">Its name.</param>
/// <param name="Url">Its address.</param>
public sealed record BreadcrumbItem(string Text, string Url);
