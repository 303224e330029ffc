using System.Text.RegularExpressions;

namespace OneStop.Catalogue.Import;

// On a page where everything is a procedure, "Thủ tục đăng ký khai tử" is read as "Đăng ký khai tử". The published name stays what it is.
internal static partial class ProcedureTitle
{
    public static string Of(string name, string? plainName)
    {
        if (plainName is not null)
            return plainName;
        var shorter = Prefix().Replace(name, "").Trim(' ', '.', ';');
        return shorter.Length < 4 ? name : char.ToUpperInvariant(shorter[0]) + shorter[1..];
    }

    [GeneratedRegex(@"\A\W*(?:Trình tự,\s*)?Thủ tục\s*:?\s+(?!hải quan|hành chính)", RegexOptions.IgnoreCase)]
    private static partial Regex Prefix();
}
