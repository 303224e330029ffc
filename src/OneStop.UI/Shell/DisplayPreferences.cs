namespace OneStop.UI;

/// <summary>How a reader wants to see pages. Kept in cookies, so that it works before sign-in and without scripts.</summary>
/// <param name="TextSize">normal, large or larger.</param>
/// <param name="Theme">auto, light or dark.</param>
/// <param name="Density">roomy or compact: rows of staff lists.</param>
public sealed record DisplayPreferences(string TextSize, string Theme, string Density)
{
    /// <summary>The cookie of the text size.</summary>
    public const string TextSizeCookie = "co-chu";

    /// <summary>The cookie of the theme.</summary>
    public const string ThemeCookie = "giao-dien";

    /// <summary>The cookie of the density.</summary>
    public const string DensityCookie = "mat-do";

    /// <summary>The sizes, smallest first.</summary>
    public static readonly IReadOnlyList<string> TextSizes = ["normal", "large", "larger"];

    /// <summary>The themes; auto follows the device.</summary>
    public static readonly IReadOnlyList<string> Themes = ["auto", "light", "dark"];

    /// <summary>The densities.</summary>
    public static readonly IReadOnlyList<string> Densities = ["roomy", "compact"];

    /// <summary>What a new reader sees.</summary>
    public static readonly DisplayPreferences Standard = new("normal", "auto", "roomy");

    /// <summary>Reads the cookies; unknown values fall back to the standard.</summary>
    public static DisplayPreferences Read(Func<string, string?> cookie) => new(
        Known(TextSizes, cookie(TextSizeCookie)),
        Known(Themes, cookie(ThemeCookie)),
        Known(Densities, cookie(DensityCookie)));

    private static string Known(IReadOnlyList<string> values, string? value) => value is not null && values.Contains(value) ? value : values[0];
}
