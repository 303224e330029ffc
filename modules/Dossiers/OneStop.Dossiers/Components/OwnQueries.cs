using Microsoft.EntityFrameworkCore;
using OneStop.Dossiers.Data;
using OneStop.Dossiers.Domain;

namespace OneStop.Dossiers.Components;

// Compiled once, one of it for each host, because a compiled query belongs to the server it was compiled for.
internal sealed class OwnQueries
{
    public readonly Func<DossiersDbContext, Guid, Guid, CancellationToken, Task<Dossier?>> ToSend = EF.CompileAsyncQuery(
        (DossiersDbContext context, Guid id, Guid owner, CancellationToken cancellationToken) => context.Dossiers.FirstOrDefault(d => d.Id == id && d.OwnerId == owner));

    public readonly Func<DossiersDbContext, Guid, IAsyncEnumerable<DossierFile>> Files = EF.CompileAsyncQuery(
        (DossiersDbContext context, Guid id) => context.Files.AsNoTracking().OrderBy(f => f.Id).Where(f => f.DossierId == id && f.Kind == DossierFileKind.Citizen));
}
