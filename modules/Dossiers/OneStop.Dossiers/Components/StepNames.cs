using OneStop.Kernel.Texts;

namespace OneStop.Dossiers.Components;

// Processes drawn without English names are told in Vietnamese to everyone.
internal static class StepNames
{
    public static string In(string name, string? english) => new LocalizedText(name, english ?? name).ToString();
}
