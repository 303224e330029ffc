using System.Text.Json;
using OneStop.Kernel.Security;

namespace OneStop.Kernel.Events;

// An event may carry answers and links that open an account. Nobody needs them in plain once it is delivered or given up.
internal static class EventPayload
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    public static string Write(IIntegrationEvent integrationEvent) => JsonSerializer.Serialize(integrationEvent, integrationEvent.GetType(), Options);

    public static string Seal(string payload, IFieldProtector protector) => IsPlain(payload) ? protector.Protect(payload) : payload;

    public static object Read(string payload, Type type, IFieldProtector protector) =>
        JsonSerializer.Deserialize(IsPlain(payload) ? payload : protector.Unprotect(payload), type, Options)!;

    // Sealed text is base64url and never begins like an object.
    private static bool IsPlain(string payload) => payload.StartsWith('{');
}
