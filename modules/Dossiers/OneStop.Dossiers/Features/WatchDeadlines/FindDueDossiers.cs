using Microsoft.EntityFrameworkCore;
using OneStop.Dossiers.Data;
using OneStop.Kernel.Paging;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Results;

namespace OneStop.Dossiers.Features.WatchDeadlines;

// Dossiers that the watch must look at, in batches along their own index. What was looked at leaves it.
[Requires(DeskPermissions.WatchDeadlines)]
internal sealed record FindDueDossiers(DueDossier? After = null) : IQuery<IReadOnlyList<DueDossier>>
{
    public const int Most = 200;
}

internal sealed record DueDossier(DateTimeOffset LookAt, Guid Id);

internal sealed class FindDueDossiersHandler(DossiersDbContext context, TimeProvider time) : IHandler<FindDueDossiers, IReadOnlyList<DueDossier>>
{
    public async Task<Result<IReadOnlyList<DueDossier>>> Handle(FindDueDossiers request, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var due = context.Dossiers.AsNoTracking().Where(d => d.LookAt != null && d.LookAt <= now);
        if (request.After is { LookAt: var at, Id: var id })
            due = due.After(d => d.LookAt, d => d.Id, at, id);
        return await due.OrderBy(d => d.LookAt).ThenBy(d => d.Id).Take(FindDueDossiers.Most).Select(d => new DueDossier(d.LookAt!.Value, d.Id)).ToListAsync(cancellationToken);
    }
}
