using Microsoft.EntityFrameworkCore;
using OneStop.Dossiers.Data;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Results;

namespace OneStop.Dossiers.Features.EndSpentTimeOut;

// Dossiers in which the most time of a third party is used up, in batches by id.
[Requires(DeskPermissions.WatchDeadlines)]
internal sealed record FindSpentTimeOuts(Guid? After = null) : IQuery<IReadOnlyList<Guid>>
{
    public const int Most = 200;
}

internal sealed class FindSpentTimeOutsHandler(DossiersDbContext context, TimeProvider time) : IHandler<FindSpentTimeOuts, IReadOnlyList<Guid>>
{
    public async Task<Result<IReadOnlyList<Guid>>> Handle(FindSpentTimeOuts request, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var spent = context.Pauses.AsNoTracking().Where(p => p.EndedAt == null && p.EndsAt != null && p.EndsAt <= now);
        if (request.After is { } after)
            spent = spent.Where(p => p.DossierId.CompareTo(after) > 0);
        return await spent.Select(p => p.DossierId).Distinct().OrderBy(id => id).Take(FindSpentTimeOuts.Most).ToListAsync(cancellationToken);
    }
}
