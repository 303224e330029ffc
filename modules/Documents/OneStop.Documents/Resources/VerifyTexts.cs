namespace OneStop.Documents.Resources;

public sealed class VerifyTexts;
