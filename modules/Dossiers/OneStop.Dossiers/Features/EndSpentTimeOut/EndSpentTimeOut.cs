using OneStop.Dossiers.Components;
using OneStop.Dossiers.Data;
using OneStop.Dossiers.Domain;
using OneStop.Kernel.Data;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Results;

namespace OneStop.Dossiers.Features.EndSpentTimeOut;

// The most that a third party may take is used up: the term goes on from that moment, whether the answer has come or not. Two nodes at once end it once.
[Requires(DeskPermissions.WatchDeadlines)]
internal sealed record EndSpentTimeOut(Guid DossierId) : ICommand, IAudited
{
    public string AuditSubject => DossierId.ToString();
}

internal sealed class EndSpentTimeOutHandler(DossiersDbContext context, TimeOutDesk desk, IDatabase database, TimeProvider time) : IHandler<EndSpentTimeOut, Done>
{
    public async Task<Result<Done>> Handle(EndSpentTimeOut request, CancellationToken cancellationToken)
    {
        await database.LockAsync(context, $"dossier:{request.DossierId}", cancellationToken);
        if (await desk.LoadAsync(request.DossierId, cancellationToken) is not { } dossier)
            return Error.NotFound(DossierErrors.Missing);
        var now = time.GetUtcNow();
        foreach (var spent in dossier.Pauses.Where(p => p.EndedAt is null && p.EndsAt <= now).OrderBy(p => p.EndsAt).ToArray())
        {
            var ended = await desk.EndAsync(dossier, spent.Ground, null, Actor.System, now, now, cancellationToken);
            if (ended.IsFailure)
                return ended;
        }

        return Done.Value;
    }
}
