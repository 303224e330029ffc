namespace OneStop.Documents.Resources;

internal sealed class DocumentTexts;
