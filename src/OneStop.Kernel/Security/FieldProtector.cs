using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;

namespace OneStop.Kernel.Security;

internal sealed class FieldProtector : IFieldProtector
{
    private const int NonceSize = 12;
    private const int TagSize = 16;
    private readonly byte[] encryptionKey;
    private readonly byte[] hashKey;

    public FieldProtector(IOptions<SecurityOptions> options)
    {
        var master = Convert.FromBase64String(options.Value.FieldKey);
        encryptionKey = HKDF.DeriveKey(HashAlgorithmName.SHA256, master, 32, info: "onestop field encryption"u8.ToArray());
        hashKey = HKDF.DeriveKey(HashAlgorithmName.SHA256, master, 32, info: "onestop field search"u8.ToArray());
    }

    public string Protect(string value)
    {
        var plain = Encoding.UTF8.GetBytes(value);
        var packet = new byte[NonceSize + TagSize + plain.Length];
        var nonce = packet.AsSpan(0, NonceSize);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(encryptionKey, TagSize);
        aes.Encrypt(nonce, plain, packet.AsSpan(NonceSize + TagSize), packet.AsSpan(NonceSize, TagSize));
        return Base64Url.EncodeToString(packet);
    }

    public string Unprotect(string protectedValue)
    {
        var packet = Base64Url.DecodeFromChars(protectedValue);
        if (packet.Length < NonceSize + TagSize)
            throw new CryptographicException("Too short.");
        var plain = new byte[packet.Length - NonceSize - TagSize];
        using var aes = new AesGcm(encryptionKey, TagSize);
        aes.Decrypt(packet.AsSpan(0, NonceSize), packet.AsSpan(NonceSize + TagSize), packet.AsSpan(NonceSize, TagSize), plain);
        return Encoding.UTF8.GetString(plain);
    }

    public string Hash(string purpose, string value) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(hashKey, Encoding.UTF8.GetBytes(purpose + "\n" + value)));
}
