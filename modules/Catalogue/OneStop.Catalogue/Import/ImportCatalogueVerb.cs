using System.Globalization;
using System.IO.Compression;
using Microsoft.Extensions.Localization;
using OneStop.Catalogue.Resources;
using OneStop.Kernel.Modules;
using OneStop.Kernel.Texts;

namespace OneStop.Catalogue.Import;

internal sealed class ImportCatalogueVerb(CatalogueImport import, IStringLocalizer<CatalogueTexts> texts, IErrorTexts errors) : IVerb
{
    private const int ShownProblems = 50;

    public string Name => "import-catalogue";

    public string Usage => "import-catalogue FILE [--from yyyy-MM-dd]   imports procedures (JSON lines; .br and .gz are read too)";

    public async Task<int> RunAsync(string[] args, TextWriter output, CancellationToken cancellationToken)
    {
        if (args.Length is not (1 or 3) || (args.Length == 3 && args[1] != "--from"))
        {
            await output.WriteLineAsync(Usage);
            return 1;
        }

        DateOnly? from = null;
        if (args.Length == 3)
        {
            if (!DateOnly.TryParseExact(args[2], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            {
                await output.WriteLineAsync(texts["Import.BadDate", args[2]]);
                return 1;
            }

            from = day;
        }

        if (!File.Exists(args[0]))
        {
            await output.WriteLineAsync(texts["Import.NoFile", args[0]]);
            return 1;
        }

        await using var file = File.OpenRead(args[0]);
        await using var lines = Unpacked(file, args[0]);
        var report = await import.RunAsync(lines, file, from, withOwn: false, new ConsoleProgress(output), cancellationToken);
        await output.WriteLineAsync();
        await WriteProblemsAsync(report, output);
        if (report.Failure is { } failure)
        {
            await output.WriteLineAsync(errors.Describe(failure));
            return 1;
        }

        await output.WriteLineAsync(texts["Import.Done", report.Tally.Added, report.Tally.Changed, report.Tally.Unchanged, report.BadLines.Count]);
        return 0;
    }

    private async Task WriteProblemsAsync(ImportReport report, TextWriter output)
    {
        foreach (var line in report.BadLines.Take(ShownProblems))
        {
            var parts = line.Problem.Split(':', 2);
            await output.WriteLineAsync(texts["Import.BadLine", line.Number, texts[$"Import.Problem.{parts[0]}", parts.Length > 1 ? parts[1] : ""].Value]);
        }

        if (report.BadLines.Count > ShownProblems)
            await output.WriteLineAsync(texts["Import.MoreBadLines", report.BadLines.Count - ShownProblems]);
    }

    private static Stream Unpacked(FileStream file, string name) => Path.GetExtension(name) switch
    {
        ".br" => new BrotliStream(file, CompressionMode.Decompress, leaveOpen: true),
        ".gz" => new GZipStream(file, CompressionMode.Decompress, leaveOpen: true),
        _ => file,
    };

    // A bar that redraws its own line; where the output is a file it writes a line a tenth.
    private sealed class ConsoleProgress(TextWriter output) : IProgress<double>
    {
        private const int Width = 40;
        private int _shown = -1;

        public void Report(double value)
        {
            var done = (int)(Math.Clamp(value, 0, 1) * Width);
            if (done == _shown)
                return;
            _shown = done;
            output.Write(string.Create(CultureInfo.InvariantCulture, $"\r[{new string('#', done)}{new string('.', Width - done)}] {value * 100,3:0} %"));
            output.Flush();
        }
    }
}
