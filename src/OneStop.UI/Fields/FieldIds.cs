namespace OneStop.UI;

internal static class FieldIds
{
    // Dots and brackets of bound names are legal in an id but not in a link or a selector.
    public static string For(string name) => name.Length == 0
        ? "form"
        : "f-" + string.Concat(name.Select(character => char.IsAsciiLetterOrDigit(character) ? character : '-'));

    public static string? DescribedBy(string id, string? hint, string? error) => (hint, error) switch
    {
        (null, null) => null,
        (not null, null) => $"{id}-hint",
        (null, not null) => $"{id}-error",
        _ => $"{id}-hint {id}-error",
    };
}
