using System.Globalization;

namespace OneStop.Approvals.Components;

/// <summary>Names that come from a process file, in the reader's language where the file gives one.</summary>
internal static class StepTexts
{
    public static string Name(string vietnamese, string? english) =>
        english is { Length: > 0 } && CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en" ? english : vietnamese;
}
