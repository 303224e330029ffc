using System.IO.Compression;
using System.Security.Cryptography;

namespace OneStop.Catalogue.Import;

internal static class SeedFiles
{
    public const string ProceduresName = "Catalogue.procedures.jsonl.br";

    public static Stream Procedures() => Unpack(Open(ProceduresName));

    // Of everything a seed is made from, so that an unchanged catalogue is not read again at each start.
    public static string Fingerprint()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var name in (string[])[ProceduresName, "Catalogue.local-publications.jsonl", "Catalogue.local-publications.base.jsonl"])
        {
            using var stream = Open(name);
            hash.AppendData(SHA256.HashData(stream));
        }

        hash.AppendData(typeof(SeedFiles).Assembly.ManifestModule.ModuleVersionId.ToByteArray());
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    public static Stream Unpack(Stream packed) => new BrotliStream(packed, CompressionMode.Decompress);

    public static Stream Open(string resource) =>
        typeof(SeedFiles).Assembly.GetManifestResourceStream(resource) ?? throw new InvalidOperationException($"{resource} is not in the assembly.");
}
