using System.Globalization;

namespace OneStop.Kernel.Texts;

/// <summary>The two cultures of the product. Dates read dd/MM/yyyy and 24 h in both.</summary>
public static class ReadersCulture
{
    /// <summary>Vietnamese as written in Việt Nam; days and months padded, as NĐ 30/2020/NĐ-CP writes them.</summary>
    public static CultureInfo Vietnamese { get; } = With("vi");

    /// <summary>English.</summary>
    public static CultureInfo English { get; } = With("en");

    private static CultureInfo With(string name)
    {
        var culture = new CultureInfo(name, useUserOverride: false);
        culture.DateTimeFormat.ShortDatePattern = "dd/MM/yyyy";
        culture.DateTimeFormat.ShortTimePattern = "HH:mm";
        culture.DateTimeFormat.LongTimePattern = "HH:mm:ss";
        return CultureInfo.ReadOnly(culture);
    }
}
