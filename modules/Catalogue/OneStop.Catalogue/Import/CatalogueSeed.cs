using System.Resources;
using Microsoft.EntityFrameworkCore;
using OneStop.Catalogue.Data;
using OneStop.Catalogue.Domain;
using OneStop.Catalogue.Resources;
using OneStop.Kernel.Modules;
using OneStop.Kernel.Texts;

namespace OneStop.Catalogue.Import;

// The shipped catalogue, for the first start.
internal sealed class CatalogueSeed(CatalogueImport import, CatalogueDbContext context) : IDemoSeed
{
    // The console speaks English, like the rest of what is printed there.
    private static readonly string Label = new ResourceManager(typeof(CatalogueTexts)).GetString("Import.Seeding", ReadersCulture.English)!;

    public int Order => 300;

    public async Task SeedAsync(SeedOptions options, IProgress<(string What, double Share)> progress, CancellationToken cancellationToken)
    {
        var fingerprint = SeedFiles.Fingerprint();
        if (await context.Set<CatalogueRevision>().AnyAsync(r => r.SeededFrom == fingerprint, cancellationToken))
        {
            progress.Report((Label, 1));
            return;
        }

        await using var packed = SeedFiles.Open(SeedFiles.ProceduresName);
        await using var lines = SeedFiles.Unpack(packed);
        var report = await import.RunAsync(lines, packed, null, withOwn: true, new Labelled(progress), cancellationToken);
        if (report.Failure is { } failure)
            throw new InvalidOperationException($"The catalogue could not be stored: {failure.Code}");
        if (report.BadLines.Count > 0)
            throw new InvalidOperationException($"The shipped catalogue has {report.BadLines.Count} bad lines, the first at {report.BadLines[0].Number}.");
        var revision = await context.Set<CatalogueRevision>().SingleAsync(cancellationToken);
        revision.SeededFrom = fingerprint;
        await context.SaveChangesAsync(cancellationToken);
    }

    private sealed class Labelled(IProgress<(string What, double Share)> progress) : IProgress<double>
    {
        public void Report(double value) => progress.Report((Label, value));
    }
}
