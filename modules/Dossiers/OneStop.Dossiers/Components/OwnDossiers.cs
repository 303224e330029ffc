using Microsoft.EntityFrameworkCore;
using OneStop.Dossiers.Data;
using OneStop.Dossiers.Domain;
using OneStop.Kernel.Callers;
using OneStop.Kernel.Data;

namespace OneStop.Dossiers.Components;

// The caller's own dossiers, and nobody else's: another's looks the same as one that does not exist.
internal sealed class OwnDossiers(DossiersDbContext context, IDatabase database, ICallerContext callers)
{
    public Actor Actor => Actor.Citizen(callers.Caller.Id, callers.Caller.Name);

    public IQueryable<Dossier> All => context.Dossiers.Where(d => d.OwnerId == callers.Caller.Id);

    // Writers of one dossier queue: two tabs, a double click and files sent side by side come one after another.
    public async Task<Dossier?> LockAsync(Guid id, CancellationToken cancellationToken)
    {
        await database.LockAsync(context, $"dossier:{id}", cancellationToken);
        return await All.AsSplitQuery().Include(d => d.Supplements.Where(s => s.AnsweredAt == null)).Include(d => d.Pauses.Where(p => p.EndedAt == null))
            .FirstOrDefaultAsync(d => d.Id == id, cancellationToken);
    }

    public Task<Dossier?> ReadAsync(Guid id, CancellationToken cancellationToken) =>
        All.AsNoTracking().Include(d => d.Supplements.Where(s => s.AnsweredAt == null)).FirstOrDefaultAsync(d => d.Id == id, cancellationToken);

    public Task<List<DossierFile>> FilesAsync(Guid id, CancellationToken cancellationToken) =>
        context.Files.AsNoTracking().Where(f => f.DossierId == id && f.Kind == DossierFileKind.Citizen).OrderBy(f => f.Id).ToListAsync(cancellationToken);
}
