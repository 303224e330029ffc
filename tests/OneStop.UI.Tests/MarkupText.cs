using System.Text.RegularExpressions;

namespace OneStop.UI.Tests;

internal static partial class MarkupText
{
    public static string StripTags(this string markup) => Spaces().Replace(Tags().Replace(markup, ""), " ");

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tags();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
