using OneStop.Catalogue.Domain;
using OneStop.Catalogue.Features.ImportProcedures;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Results;

namespace OneStop.Catalogue.Import;

internal sealed record BadLine(int Number, string Problem);

internal sealed record ImportReport(ImportTally Tally, IReadOnlyList<BadLine> BadLines, Error? Failure);

// Reads, cleans and stores in batches: each batch is one transaction, so a stopped import goes on where it stopped when run again.
internal sealed class CatalogueImport(ISystemDispatcher dispatcher)
{
    private const int BatchSize = 300;
    private readonly LocalPublications _local = LocalPublications.Load();

    // The measured stream is the one whose position tells how far we are: the file itself, below any decompression.
    public async Task<ImportReport> RunAsync(
        Stream lines, Stream measured, DateOnly? validFrom, bool withOwn, IProgress<double> progress, CancellationToken cancellationToken)
    {
        var tally = ImportTally.None;
        var bad = new List<BadLine>();
        var batch = new List<ProcedureContent>(BatchSize);
        await foreach (var line in CatalogueReader.ReadAsync(lines, cancellationToken))
        {
            if (line.Content is null)
            {
                bad.Add(new BadLine(line.Number, line.Problem!));
                continue;
            }

            batch.Add(_local.Apply(line.Content));
            if (batch.Count < BatchSize)
                continue;
            if (await StoreAsync() is { } failure)
                return new ImportReport(tally, bad, failure);
            progress.Report(measured.Length == 0 ? 1 : (double)measured.Position / measured.Length);
        }

        if (withOwn)
            batch.AddRange(_local.OwnProcedures);
        if (batch.Count > 0 && await StoreAsync() is { } last)
            return new ImportReport(tally, bad, last);
        progress.Report(1);
        return new ImportReport(tally, bad, null);

        async Task<Error?> StoreAsync()
        {
            var result = await dispatcher.Send(new ImportProcedures([.. batch], validFrom), cancellationToken);
            batch.Clear();
            if (result.IsFailure)
                return result.Error;
            tally += result.Value;
            return null;
        }
    }
}
