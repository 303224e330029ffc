using Microsoft.AspNetCore.Http;

namespace OneStop.Dossiers.Features.SaveSection;

internal static class FormValues
{
    // Fields of the framework's own begin with an underscore.
    public static Dictionary<string, string> Read(IFormCollection form) =>
        form.Where(f => !f.Key.StartsWith('_')).ToDictionary(f => f.Key, f => f.Value.Count > 0 ? f.Value[0] ?? "" : "", StringComparer.Ordinal);
}
