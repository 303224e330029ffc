using Microsoft.EntityFrameworkCore;
using OneStop.Dossiers.Data;
using OneStop.Dossiers.Domain;
using OneStop.Kernel.Callers;
using OneStop.Kernel.Data;

namespace OneStop.Dossiers.Components;

// The caller's own dossiers, and nobody else's: another's looks the same as one that does not exist.
internal sealed class OwnDossiers(DossiersDbContext context, OwnQueries queries, IDatabase database, ICallerContext callers)
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

    // Without lock and without what comes after sending: its version tells at saving whether somebody was faster.
    public Task<Dossier?> ToSendAsync(Guid id, CancellationToken cancellationToken) => queries.ToSend(context, id, callers.Caller.Id, cancellationToken);

    public async Task<List<DossierFile>> FilesAsync(Guid id, CancellationToken cancellationToken)
    {
        var files = new List<DossierFile>();
        await foreach (var file in queries.Files(context, id).WithCancellation(cancellationToken))
            files.Add(file);
        return files;
    }
}
