using System.Text.Encodings.Web;
using System.Text.Json;
using OneStop.Approvals.Engine.Execution;
using OneStop.Kernel.Security;

namespace OneStop.Approvals.Runtime;

/// <summary>Where an instance stood at one moment and what some of its variables held: what the record of an operator's deed keeps.</summary>
internal sealed record InstanceSnapshot(IReadOnlyList<StandingToken> Standing, IReadOnlyDictionary<string, object?> Variables)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static InstanceSnapshot Of(InstanceState state, IEnumerable<string> names) => new(
        [.. state.Tokens.Select(token => new StandingToken(token.Node, token.State.ToString()))],
        names.Distinct(StringComparer.Ordinal).ToDictionary(name => name, name => state.Variables.GetValueOrDefault(name), StringComparer.Ordinal));

    /// <summary>Variables hold what people wrote, so it rests encrypted like the state.</summary>
    public string Seal(IFieldProtector protector) => protector.Protect(JsonSerializer.Serialize(this, Options));

    public static InstanceSnapshot Open(IFieldProtector protector, string sealedText)
    {
        var read = JsonSerializer.Deserialize<InstanceSnapshot>(protector.Unprotect(sealedText), Options)!;
        return read with { Variables = read.Variables.ToDictionary(v => v.Key, v => v.Value is JsonElement element ? StateJson.ReadValue(element) : v.Value, StringComparer.Ordinal) };
    }
}

internal sealed record StandingToken(string Element, string State);
