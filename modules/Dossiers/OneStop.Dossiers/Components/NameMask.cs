using System.Globalization;

namespace OneStop.Dossiers.Components;

// A name that its owner knows again and a stranger does not: N***** V** A*.
internal static class NameMask
{
    public static string Of(string name) => string.Join(' ', name.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(MaskWord));

    private static string MaskWord(string word)
    {
        var letters = StringInfo.ParseCombiningCharacters(word);
        return letters.Length < 2 ? "*" : string.Concat(word.AsSpan(0, letters[1]), new string('*', letters.Length - 1));
    }
}
