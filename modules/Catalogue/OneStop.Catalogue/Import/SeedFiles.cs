using System.IO.Compression;

namespace OneStop.Catalogue.Import;

internal static class SeedFiles
{
    public static Stream Procedures() => new BrotliStream(Open("Catalogue.procedures.jsonl.br"), CompressionMode.Decompress);

    public static Stream ResultCodes() => new BrotliStream(Open("Catalogue.result-codes.csv.br"), CompressionMode.Decompress);

    public static Stream Open(string resource) =>
        typeof(SeedFiles).Assembly.GetManifestResourceStream(resource) ?? throw new InvalidOperationException($"{resource} is not in the assembly.");
}
