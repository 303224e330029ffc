namespace OneStop.Documents.Domain;

internal static class PaperErrors
{
    public const string CodeMalformed = "paper.code_malformed";
    public const string Unknown = "paper.unknown";
    public const string FileMissing = "paper.file_missing";
    public const string FileTooLarge = "paper.file_too_large";
    public const string FileNotPdf = "paper.file_not_pdf";
    public const string FileEncrypted = "paper.file_encrypted";
}
