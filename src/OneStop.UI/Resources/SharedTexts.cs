namespace OneStop.UI.Resources;

/// <summary>Names the texts of the design system for <c>IStringLocalizer</c>.</summary>
public sealed class SharedTexts;
