using Microsoft.EntityFrameworkCore;
using OneStop.Dossiers.Data;
using OneStop.Dossiers.Domain;
using OneStop.Kernel.Security;

namespace OneStop.Dossiers.Features.TrackDossier;

internal sealed record LookupKeys(string Code, string Address);

// Slows guessing per code and per address. The counts live in the database, so every node sees them.
internal sealed class LookupGuard(DossiersDbContext context, IFieldProtector protector)
{
    private const string Purpose = "lookup-throttle";

    public LookupKeys KeysOf(string code, string address) => new(protector.Hash(Purpose, $"code:{code}"), protector.Hash(Purpose, $"address:{address}"));

    public async Task<TimeSpan?> WaitAsync(LookupKeys keys, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var until = await context.Set<LookupThrottle>().AsNoTracking()
            .Where(t => (t.Key == keys.Code || t.Key == keys.Address) && t.WaitUntil > now)
            .Select(t => t.WaitUntil)
            .ToListAsync(cancellationToken);
        return until.Count == 0 ? null : until.Max() - now;
    }
}
