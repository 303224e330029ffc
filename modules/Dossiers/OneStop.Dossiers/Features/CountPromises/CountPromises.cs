using Microsoft.EntityFrameworkCore;
using OneStop.Dossiers.Data;
using OneStop.Dossiers.Domain;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Results;
using OneStop.Kernel.Time;

namespace OneStop.Dossiers.Features.CountPromises;

// How many dossiers were finished by the promised time this month, for everybody to see: they see what PromiseBoard keeps of it.
[OpenToAll]
internal sealed record CountPromises : IQuery<Promises>;

internal sealed record Promises(DateOnly Month, int Finished, int OnTime, int OverdueNow)
{
    // Cut, not rounded: 999 of 1,000 and a half is never "100 %".
    public decimal OnTimeShare => Finished == 0 ? 0 : Math.Floor(OnTime * 1000m / Finished) / 10;
}

internal sealed class CountPromisesHandler(DossiersDbContext context, TimeProvider clock) : IHandler<CountPromises, Promises>
{
    public async Task<Result<Promises>> Handle(CountPromises request, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var today = now.VietnamDate();
        var month = new DateOnly(today.Year, today.Month, 1);
        var from = VietnamTime.FromVietnam(month, TimeOnly.MinValue);
        var finished = context.Dossiers.AsNoTracking().Where(d => d.FinishedAt >= from);
        return new Promises(
            month,
            await finished.CountAsync(cancellationToken),
            await finished.CountAsync(d => d.LateAt == null || d.FinishedAt < d.LateAt, cancellationToken),
            await context.Dossiers.CountAsync(d => (d.Status == DossierStatus.Accepted || d.Status == DossierStatus.Processing) && d.PausedAt == null && d.LateAt <= now, cancellationToken));
    }
}
