using Microsoft.EntityFrameworkCore;
using OneStop.Dossiers.Data;
using OneStop.Dossiers.Domain;
using OneStop.Kernel.Data;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Results;

namespace OneStop.Dossiers.Features.TrackDossier;

// A deed of its own: the look-up only reads, and its refusal must still leave a trace.
[Requires(DeskPermissions.CountWrongLookup)]
internal sealed record CountWrongLookup(LookupKeys Keys) : ICommand;

internal sealed class CountWrongLookupHandler(DossiersDbContext context, IDatabase database, TimeProvider time) : IHandler<CountWrongLookup, Done>
{
    private const int SweepOnceIn = 100;

    public async Task<Result<Done>> Handle(CountWrongLookup request, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (Random.Shared.Next(SweepOnceIn) == 0)
        {
            var forgotten = now - LookupThrottle.Memory;
            await context.Set<LookupThrottle>().Where(t => t.LastWrongAt < forgotten && t.WaitUntil < now).ExecuteDeleteAsync(cancellationToken);
        }

        // The code before the address, always, so that two guessers cannot wait for each other.
        await CountAsync(request.Keys.Code, LookupThrottle.CodeAllowance, now, cancellationToken);
        await CountAsync(request.Keys.Address, LookupThrottle.AddressAllowance, now, cancellationToken);
        return Done.Value;
    }

    private async Task CountAsync(string key, int allowance, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await database.LockAsync(context, $"lookup:{key}", cancellationToken);
        var throttle = await context.Set<LookupThrottle>().FirstOrDefaultAsync(t => t.Key == key, cancellationToken);
        if (throttle is null)
        {
            throttle = LookupThrottle.Start(key, now);
            context.Set<LookupThrottle>().Add(throttle);
        }

        throttle.CountWrong(allowance, now);
    }
}
