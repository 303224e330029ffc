using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;
using OneStop.Dossiers.Data;
using OneStop.Dossiers.Domain;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Results;
using OneStop.Kernel.Time;

namespace OneStop.Dossiers.Features.CountApologies;

// Late dossiers, apologies and supplement requests of each agency in a period, for everybody to see. Numbers only: nobody is named.
[OpenToAll]
internal sealed record CountApologies(string Period) : IQuery<ApologyCounts>;

internal sealed record ApologyCounts(DateOnly From, DateOnly Through, DateTimeOffset CountedAt, IReadOnlyList<UnitApologies> Units)
{
    public UnitApologies Total => new(
        "", Units.Sum(u => u.Late), Units.Sum(u => u.MissedAgain), Units.Sum(u => u.SignedInTime), Units.Sum(u => u.SignedLate), Units.Sum(u => u.Waiting),
        Units.Sum(u => u.Closed), Units.Sum(u => u.Supplements));
}

internal sealed record UnitApologies(string AgencyName, int Late, int MissedAgain, int SignedInTime, int SignedLate, int Waiting, int Closed, int Supplements)
{
    public int Signed => SignedInTime + SignedLate;
}

internal sealed class CountApologiesHandler(DossiersDbContext context, IMemoryCache cache, TimeProvider clock) : IHandler<CountApologies, ApologyCounts>
{
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(5);

    public async Task<Result<ApologyCounts>> Handle(CountApologies request, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var (first, last) = ApologyPeriod.Days(ApologyPeriod.Read(request.Period), now);
        if (cache.TryGetValue((typeof(ApologyCounts), first, last), out ApologyCounts? known))
            return known!;

        var from = VietnamTime.FromVietnam(first, TimeOnly.MinValue);
        var to = VietnamTime.FromVietnam(last.AddDays(1), TimeOnly.MinValue);
        var late = await context.Breaches.AsNoTracking().Where(b => b.RecordedAt >= from && b.RecordedAt < to)
            .GroupBy(b => new { b.AgencyId, b.AgencyName })
            .Select(g => new { g.Key.AgencyId, g.Key.AgencyName, Late = g.Count(), Again = g.Count(b => b.MissedAgainAt != null) }).ToListAsync(cancellationToken);
        var apologies = await context.Apologies.AsNoTracking().Where(a => a.DraftedAt >= from && a.DraftedAt < to)
            .GroupBy(a => new { a.AgencyId, a.AgencyName })
            .Select(g => new
            {
                g.Key.AgencyId,
                g.Key.AgencyName,
                InTime = g.Count(a => a.State == ApologyState.Signed && (a.SignBy == null || a.SignedAt <= a.SignBy)),
                Overdue = g.Count(a => a.State == ApologyState.Signed && a.SignBy != null && a.SignedAt > a.SignBy),
                Waiting = g.Count(a => a.State == ApologyState.Waiting),
                Closed = g.Count(a => a.State == ApologyState.Closed),
            }).ToListAsync(cancellationToken);
        var supplements = await context.SupplementRequests.AsNoTracking().Where(s => s.AskedAt >= from && s.AskedAt < to)
            .GroupBy(s => new { s.AgencyId, s.AgencyName }).Select(g => new { g.Key.AgencyId, g.Key.AgencyName, Count = g.Count() }).ToListAsync(cancellationToken);

        var units = late.Select(l => (l.AgencyId, l.AgencyName)).Concat(apologies.Select(a => (a.AgencyId, a.AgencyName)))
            .Concat(supplements.Select(s => (s.AgencyId, s.AgencyName))).GroupBy(u => u.AgencyId)
            .Select(u => new UnitApologies(
                u.Last().AgencyName,
                late.Where(l => l.AgencyId == u.Key).Sum(l => l.Late), late.Where(l => l.AgencyId == u.Key).Sum(l => l.Again),
                apologies.Where(a => a.AgencyId == u.Key).Sum(a => a.InTime), apologies.Where(a => a.AgencyId == u.Key).Sum(a => a.Overdue),
                apologies.Where(a => a.AgencyId == u.Key).Sum(a => a.Waiting), apologies.Where(a => a.AgencyId == u.Key).Sum(a => a.Closed),
                supplements.Where(s => s.AgencyId == u.Key).Sum(s => s.Count)))
            .OrderByDescending(u => u.Late).ThenByDescending(u => u.Supplements).ThenBy(u => u.AgencyName, StringComparer.Ordinal).ToArray();
        return cache.Set((typeof(ApologyCounts), first, last), new ApologyCounts(first, last, now, units), Fresh);
    }
}
