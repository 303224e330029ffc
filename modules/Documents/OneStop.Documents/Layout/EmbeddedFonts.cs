using System.Collections.Concurrent;
using PdfSharp;
using PdfSharp.Fonts;

namespace OneStop.Documents.Layout;

/// <summary>Liberation Serif (metrics of Times New Roman, whole Vietnamese alphabet) from this assembly, so that every machine prints the same page.</summary>
internal sealed class EmbeddedFonts : IFontResolver
{
    public const string Family = "Liberation Serif";

    private static readonly Lazy<bool> Installed = new(() =>
    {
        PdfSharpLicense.SetAgplLicense();
        GlobalFontSettings.FontResolver = new EmbeddedFonts();
        return true;
    });

    private readonly ConcurrentDictionary<string, byte[]> faces = new();

    private EmbeddedFonts()
    {
    }

    public static void Install() => _ = Installed.Value;

    public FontResolverInfo? ResolveTypeface(string familyName, bool isBold, bool isItalic) => new((isBold, isItalic) switch
    {
        (false, false) => "LiberationSerif-Regular",
        (true, false) => "LiberationSerif-Bold",
        (false, true) => "LiberationSerif-Italic",
        (true, true) => "LiberationSerif-BoldItalic",
    });

    public byte[]? GetFont(string faceName) => faces.GetOrAdd(faceName, Load);

    private static byte[] Load(string faceName)
    {
        using var stream = typeof(EmbeddedFonts).Assembly.GetManifestResourceStream($"OneStop.Documents.Fonts.{faceName}.ttf")
            ?? throw new InvalidOperationException($"The font {faceName} is not embedded in this assembly.");
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
