using System.Text;
using System.Text.RegularExpressions;

namespace OneStop.Catalogue.Import;

// Text that was a table cell once: spaces, bullets and glued file names are mended only where no word can be lost.
internal static partial class PublishedText
{
    public static string? Clean(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        var clean = text.Normalize(NormalizationForm.FormC).Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\u00a0', ' ').Replace("\0", "", StringComparison.Ordinal);
        clean = Spaces().Replace(clean, " ");
        clean = Breaks().Replace(clean, "\n\n");
        return clean.Trim() is { Length: > 0 } kept ? kept : null;
    }

    public static string? Line(string? text) => Clean(text) is { } clean ? Whitespace().Replace(clean, " ") : null;

    // "...theo mẫu quy định;văn bản đề nghị.docx" is a paper and the file name of its form.
    public static (string Name, string? FormFile) Component(string text, string? formFile)
    {
        var name = Bullet().Replace(Line(text) ?? "", "");
        if (GluedFile().Match(name) is { Success: true } glued)
        {
            formFile ??= glued.Groups["file"].Value.Trim();
            name = name[..glued.Groups["file"].Index];
        }

        return (name.TrimEnd(' ', ';', ',', '-').TrimEnd(), Line(formFile));
    }

    [GeneratedRegex(@"[ \t]+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"\s*\n\s*\n\s*")]
    private static partial Regex Breaks();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Whitespace();

    [GeneratedRegex(@"\A(?:[-+*•–]\s*)+")]
    private static partial Regex Bullet();

    [GeneratedRegex(@"(?<=[;.:)\p{Ll}\d])(?<file>(?:Mẫu|Phụ lục|\p{Ll}|\d+-)[^;.:]{0,80}\.(?:docx?|pdf|xlsx?|rtf))\z", RegexOptions.IgnoreCase)]
    private static partial Regex GluedFile();
}
