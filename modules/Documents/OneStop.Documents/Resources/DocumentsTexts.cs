namespace OneStop.Documents.Resources;

public sealed class DocumentsTexts;
