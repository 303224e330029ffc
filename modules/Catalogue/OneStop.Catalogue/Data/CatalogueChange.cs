using OneStop.Catalogue.Contracts.Events;
using OneStop.Catalogue.Domain;
using OneStop.Catalogue.Search;

namespace OneStop.Catalogue.Data;

internal static class CatalogueChange
{
    // Raises the revision that index and page cache go by, tells other modules, and wakes this node at once.
    public static async Task RecordAsync(CatalogueDbContext context, CatalogueIndex index, string? code, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var revision = await context.Set<CatalogueRevision>().FindAsync([CatalogueRevision.OnlyId], cancellationToken);
        if (revision is null)
            context.Add(revision = new CatalogueRevision());
        revision.Number++;
        context.Raise(new CatalogueChanged(code), now);
        context.AfterCommit(index.Doubt);
    }
}
