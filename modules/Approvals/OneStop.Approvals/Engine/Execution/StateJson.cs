using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace OneStop.Approvals.Engine.Execution;

/// <summary>The state as text and back. Commands already applied are not part of it: the shell keeps them in a table of their own.</summary>
internal static class StateJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Converters = { new JsonStringEnumConverter(), new VariablesConverter() },
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Write(InstanceState state) => JsonSerializer.Serialize(state with { Applied = [] }, Options);

    public static InstanceState Read(string json) => JsonSerializer.Deserialize<InstanceState>(json, Options)!;

    public static string WriteValues(IReadOnlyDictionary<string, object?> values) => JsonSerializer.Serialize(values.ToImmutableDictionary(), Options);

    public static IReadOnlyDictionary<string, object?> ReadValues(string json) => JsonSerializer.Deserialize<ImmutableDictionary<string, object?>>(json, Options)!;

    public static object? ReadValue(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Number => element.TryGetDecimal(out var number) ? number : null,
        JsonValueKind.String => element.GetString(),
        JsonValueKind.Array => element.EnumerateArray().Select(ReadValue).ToArray(),
        JsonValueKind.Object => element.EnumerateObject().ToImmutableDictionary(p => p.Name, p => ReadValue(p.Value), StringComparer.Ordinal),
        _ => null,
    };

    private sealed class VariablesConverter : JsonConverter<ImmutableDictionary<string, object?>>
    {
        public override ImmutableDictionary<string, object?> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            using var document = JsonDocument.ParseValue(ref reader);
            return (ImmutableDictionary<string, object?>)ReadValue(document.RootElement)!;
        }

        public override void Write(Utf8JsonWriter writer, ImmutableDictionary<string, object?> value, JsonSerializerOptions options)
        {
            writer.WriteStartObject();
            foreach (var (name, item) in value.OrderBy(pair => pair.Key, StringComparer.Ordinal))
            {
                writer.WritePropertyName(name);
                JsonSerializer.Serialize(writer, item, options);
            }

            writer.WriteEndObject();
        }
    }
}
