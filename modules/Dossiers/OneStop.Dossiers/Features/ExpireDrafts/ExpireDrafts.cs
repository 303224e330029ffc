using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using OneStop.Dossiers.Data;
using OneStop.Dossiers.Domain;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Results;

namespace OneStop.Dossiers.Features.ExpireDrafts;

// Drops drafts nobody has touched for long: personal data is not kept without need. Answers how many; fewer than Most means that none is left.
[Requires(Permissions.ExpireDrafts)]
internal sealed record ExpireDrafts : ICommand<int>
{
    public const int Most = 200;
}

internal sealed class ExpireDraftsHandler(DossiersDbContext context, IOptions<DraftOptions> options, TimeProvider time) : IHandler<ExpireDrafts, int>
{
    public async Task<Result<int>> Handle(ExpireDrafts request, CancellationToken cancellationToken)
    {
        var before = time.GetUtcNow().AddDays(-options.Value.KeepDays);
        var stale = await context.Dossiers.Where(d => d.Status == DossierStatus.Draft && d.UpdatedAt < before).OrderBy(d => d.UpdatedAt).Take(ExpireDrafts.Most)
            .ToListAsync(cancellationToken);
        context.Dossiers.RemoveRange(stale);
        return stale.Count;
    }
}
