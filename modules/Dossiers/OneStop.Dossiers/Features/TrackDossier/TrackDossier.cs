using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using OneStop.Dossiers.Data;
using OneStop.Dossiers.Domain;
using OneStop.Dossiers.Integrations;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Results;

namespace OneStop.Dossiers.Features.TrackDossier;

// Address is the caller's network address, for slowing guesses only.
[OpenToAll]
internal sealed record TrackDossier(string? Code, string? LookupCode, string Address) : IQuery<TrackingPass>;

internal sealed record TrackingPass(string Ticket);

internal sealed class TrackDossierHandler(
    DossiersDbContext context, LookupGuard guard, TrackingTickets tickets, ProtectedFacts facts, ISystemDispatcher system, TimeProvider time)
    : IHandler<TrackDossier, TrackingPass>
{
    private static readonly string NoHash = new('0', 64);

    public async Task<Result<TrackingPass>> Handle(TrackDossier request, CancellationToken cancellationToken)
    {
        var code = request.Code!.Trim().ToUpperInvariant();
        var keys = guard.KeysOf(code, request.Address);
        if (await guard.WaitAsync(keys, time.GetUtcNow(), cancellationToken) is { } wait)
            return Error.RuleBroken(TrackingErrors.Wait, Math.Max(1, (int)Math.Ceiling(wait.TotalMinutes)));

        var found = await context.Set<Dossier>().AsNoTracking()
            .Where(d => d.Code == code || d.TemporaryCode == code)
            .Select(d => new { d.Id, d.LookupCodeHash })
            .FirstOrDefaultAsync(cancellationToken);

        // The same work whether the dossier exists or not.
        var typed = facts.LookupCodeHash(request.LookupCode!);
        var known = found?.LookupCodeHash ?? NoHash;
        var matches = CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(typed), Encoding.ASCII.GetBytes(known));
        if (matches && found is not null)
            return new TrackingPass(tickets.Issue(found.Id, found.LookupCodeHash!));

        await system.Send(new CountWrongLookup(keys), cancellationToken);
        return Error.NotFound(TrackingErrors.NoMatch);
    }
}
