using System.IO.Compression;

namespace OneStop.Catalogue.Import;

internal static class SeedFiles
{
    public const string ProceduresName = "Catalogue.procedures.jsonl.br";

    public static Stream Procedures() => Unpack(Open(ProceduresName));

    public static Stream Unpack(Stream packed) => new BrotliStream(packed, CompressionMode.Decompress);

    public static Stream Open(string resource) =>
        typeof(SeedFiles).Assembly.GetManifestResourceStream(resource) ?? throw new InvalidOperationException($"{resource} is not in the assembly.");
}
