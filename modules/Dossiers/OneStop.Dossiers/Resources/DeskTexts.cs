namespace OneStop.Dossiers.Resources;

public sealed class DeskTexts;
