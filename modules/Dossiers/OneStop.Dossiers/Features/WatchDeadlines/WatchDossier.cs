using Microsoft.EntityFrameworkCore;
using OneStop.Dossiers.Components;
using OneStop.Dossiers.Contracts.Events;
using OneStop.Dossiers.Data;
using OneStop.Dossiers.Domain;
using OneStop.Kernel.Data;
using OneStop.Kernel.Live;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Results;

namespace OneStop.Dossiers.Features.WatchDeadlines;

// Looks at one dossier: warns, or records the breach and drafts the apology, or says that the moved appointment passed as well. Nodes may send it at the
// same moment; the lock lets one go first and the other then finds nothing left to say.
[Requires(DeskPermissions.WatchDeadlines)]
internal sealed record WatchDossier(Guid DossierId) : ICommand<WatchOutcome>, IAudited
{
    public string AuditSubject => DossierId.ToString();
}

internal enum WatchOutcome
{
    Nothing,
    Warned,
    Breached,
    MissedAgain,
}

internal sealed class WatchDossierHandler(
    DossiersDbContext context, IDatabase database, BreachFinder breaches, ApologyDesk apologies, ILiveFeed live, TimeProvider time) : IHandler<WatchDossier, WatchOutcome>
{
    public async Task<Result<WatchOutcome>> Handle(WatchDossier request, CancellationToken cancellationToken)
    {
        await database.LockAsync(context, $"dossier:{request.DossierId}", cancellationToken);
        var dossier = await context.Dossiers.Include(d => d.Steps).FirstOrDefaultAsync(d => d.Id == request.DossierId, cancellationToken);
        if (dossier is null)
            return Error.NotFound(DossierErrors.Missing);

        var now = time.GetUtcNow();
        if (dossier.IsBreached(now))
            return await BreachAsync(dossier, now, cancellationToken);
        if (dossier.IsMissedAgain(now))
            return await MissAgainAsync(dossier, now, cancellationToken);
        if (!dossier.IsWarningDue(now))
            return WatchOutcome.Nothing;
        dossier.Warned();
        context.Raise(new DeadlineNear(dossier.Id, dossier.DueAt!.Value, now), now);
        return WatchOutcome.Warned;
    }

    private async Task<Result<WatchOutcome>> BreachAsync(Dossier dossier, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var breach = await breaches.FindAsync(dossier, now, cancellationToken);
        context.Breaches.Add(breach);
        dossier.NoteBreach(now);
        await apologies.DraftAsync(dossier, breach, now, cancellationToken);
        if (dossier.FinishedAt is null)
            context.Raise(new DeadlinePassed(dossier.Id, dossier.DueAt!.Value, Again: false, now), now);
        context.AfterCommit(() => live.Publish(ReceptionTopics.Of(dossier.ReceivingAgencyId)));
        return WatchOutcome.Breached;
    }

    private async Task<Result<WatchOutcome>> MissAgainAsync(Dossier dossier, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var breach = await context.Breaches.FirstAsync(b => b.DossierId == dossier.Id, cancellationToken);
        breach.MissAgain(now);
        dossier.NoteMissedAgain(now);
        var another = await apologies.DraftAsync(dossier, breach, now, cancellationToken);
        if (dossier.FinishedAt is null)
            context.Raise(new DeadlinePassed(dossier.Id, dossier.DueAt!.Value, Again: another is null, now), now);
        context.AfterCommit(() => live.Publish(ReceptionTopics.Of(dossier.ReceivingAgencyId)));
        return WatchOutcome.MissedAgain;
    }
}
