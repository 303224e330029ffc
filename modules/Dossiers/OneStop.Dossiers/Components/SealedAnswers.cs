using System.Text.Json;
using OneStop.Kernel.Security;

namespace OneStop.Dossiers.Components;

// Texts by key, encrypted as one: answers, drafts and notes name people.
internal sealed class SealedAnswers(IFieldProtector protector)
{
    private static readonly Dictionary<string, string> None = [];

    public IReadOnlyDictionary<string, string> Open(string? sealedText) =>
        sealedText is null ? None : JsonSerializer.Deserialize<Dictionary<string, string>>(protector.Unprotect(sealedText)) ?? None;

    public string Seal(IReadOnlyDictionary<string, string> answers) => protector.Protect(JsonSerializer.Serialize(answers));
}
