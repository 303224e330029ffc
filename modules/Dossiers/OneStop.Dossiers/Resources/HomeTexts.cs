namespace OneStop.Dossiers.Resources;

/// <summary>Marker of what the module says on the home page.</summary>
public sealed class HomeTexts;
