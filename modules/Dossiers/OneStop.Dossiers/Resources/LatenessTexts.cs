namespace OneStop.Dossiers.Resources;

public sealed class LatenessTexts;
