namespace OneStop.Kernel.Security;

/// <summary>Encrypts single values at rest, such as a citizen number, and makes keyed hashes to find them again.</summary>
public interface IFieldProtector
{
    /// <summary>AES-256-GCM with a fresh nonce, as base64url text; the same value never looks the same twice.</summary>
    string Protect(string value);

    /// <summary>The value again; throws <see cref="System.Security.Cryptography.CryptographicException"/> when the text was changed.</summary>
    string Unprotect(string protectedValue);

    /// <summary>HMAC-SHA256 of the value for one purpose, lower-case hex: equal values give equal hashes, only with our key.</summary>
    /// <param name="purpose">Keeps hashes of different columns apart.</param>
    /// <param name="value">The value, already normalised.</param>
    string Hash(string purpose, string value);
}

/// <summary>Settings under <c>Security</c>.</summary>
public sealed class SecurityOptions
{
    /// <summary>Base64 of 32 random bytes. Required outside Development; made and kept in the data folder in Development.</summary>
    public string FieldKey { get; set; } = "";

    internal static bool IsKey(string text)
    {
        Span<byte> key = stackalloc byte[64];
        return Convert.TryFromBase64String(text, key, out var length) && length == 32;
    }
}
