using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace OneStop.Catalogue.Domain;

// Two texts are the same version when nothing a reader or a rule can see differs.
internal static class ContentHash
{
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Of(ProcedureContent content) => Hash(content);

    public static bool Same<T>(IReadOnlyList<T> a, IReadOnlyList<T> b) => a.Count == b.Count && Hash(a) == Hash(b);

    private static string Hash<T>(T value) => Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(value, Options)));
}
