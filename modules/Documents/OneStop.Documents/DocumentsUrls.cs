using OneStop.Documents.Contracts;

namespace OneStop.Documents;

internal static class DocumentsUrls
{
    public const string Verify = PaperCode.Page;
    public const string VerifyRoute = PaperCode.Page + "/{Code}";
    public const string CheckFile = PaperCode.Page + "/tep";
    public const string Track = "/tra-cuu";

    public static string CheckFileOf(string? code) => code is null ? CheckFile : $"{CheckFile}?ma={code}";

    public static string Checked(string? code, string ticket) => $"{PageOf(code)}?kq={Uri.EscapeDataString(ticket)}#ket-qua";

    public static string Failed(string? code, string error) => $"{PageOf(code)}?loi={Uri.EscapeDataString(error)}";

    private static string PageOf(string? code) => code is null ? Verify : PaperCode.PathOf(code);
}
