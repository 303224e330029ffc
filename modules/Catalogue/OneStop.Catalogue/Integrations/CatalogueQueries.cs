using Microsoft.EntityFrameworkCore;
using OneStop.Catalogue.Data;
using OneStop.Catalogue.Domain;

namespace OneStop.Catalogue.Integrations;

// Compiled once, one of it for each host, because a compiled query belongs to the server it was compiled for.
internal sealed class CatalogueQueries
{
    public readonly Func<CatalogueDbContext, Guid, CancellationToken, Task<Procedure?>> OfVersion = EF.CompileAsyncQuery(
        (CatalogueDbContext context, Guid versionId, CancellationToken cancellationToken) => (
            from p in context.Set<Procedure>().AsNoTracking()
            join v in context.Set<ProcedureVersion>() on p.Id equals v.ProcedureId
            where v.Id == versionId
            select p).FirstOrDefault());
}
