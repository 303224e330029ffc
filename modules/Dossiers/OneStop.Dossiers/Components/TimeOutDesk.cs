using Microsoft.EntityFrameworkCore;
using OneStop.Approvals.Contracts;
using OneStop.Catalogue.Contracts;
using OneStop.Dossiers.Contracts.Events;
using OneStop.Dossiers.Data;
using OneStop.Dossiers.Domain;
using OneStop.Identity.Contracts;
using OneStop.Kernel.Callers;
using OneStop.Kernel.Data;
using OneStop.Kernel.Live;
using OneStop.Kernel.Results;
using OneStop.Kernel.Time;
using OneStop.Kernel.Time.Clocks;

namespace OneStop.Dossiers.Components;

// Time of third parties that is left out of a dossier's term: who may record it, how much of it the procedure allows, and what follows when it begins and ends.
internal sealed class TimeOutDesk(
    DossiersDbContext context, ICallerContext callers, ITaskAccess tasks, ICatalogue catalogue, DossierClock clock, CitizenNotices notices, IDatabase database, ILiveFeed live)
{
    public Actor Actor => new(callers.Caller.AccountId, callers.Caller.Name, callers.Caller.HasRole(Roles.Officer) ? DossierRole.Officer : DossierRole.Leader);

    // People write minutes: in the minute of what came before means right after it.
    public static DateTimeOffset MinuteOf(DateTimeOffset typed, DateTimeOffset before) => typed < before && typed.AddMinutes(1) > before ? before : typed;

    // A dossier the caller works on, alone. What the caller may not even read does not exist for them.
    public async Task<Result<Dossier>> EnterAsync(Guid dossierId, CancellationToken cancellationToken)
    {
        await database.LockAsync(context, $"dossier:{dossierId}", cancellationToken);
        if (await LoadAsync(dossierId, cancellationToken) is not { AcceptedAt: not null } dossier)
            return Error.NotFound(DossierErrors.Missing);
        if (await tasks.TakesPartAsync(callers.Caller, dossierId, cancellationToken))
            return dossier;
        return await tasks.MayReadAsync(callers.Caller, dossierId, cancellationToken) ? Error.Forbidden(TimeOutErrors.NotYours) : Error.NotFound(DossierErrors.Missing);
    }

    public Task<Dossier?> LoadAsync(Guid dossierId, CancellationToken cancellationToken) =>
        context.Dossiers.Include(d => d.Pauses).FirstOrDefaultAsync(d => d.Id == dossierId, cancellationToken);

    // Whether the procedure leaves out such time, and the most that is left of what it allows; nothing when it names no most.
    public async Task<Result<Term?>> AllowanceAsync(Dossier dossier, CancellationToken cancellationToken)
    {
        if (await clock.PlanOfAsync(dossier, cancellationToken) is not { Term: not null } plan)
            return Error.RuleBroken(TimeOutErrors.NoTerm);
        if ((await catalogue.FindVersionAsync(dossier.ProcedureVersionId, cancellationToken))?.Clock is not { LeavesOutThirdParties: true })
            return Error.RuleBroken(TimeOutErrors.NotInProcedure);
        if (plan.ThirdPartyLimit is not { } limit)
            return (Term?)null;
        var used = 0m;
        foreach (var pause in dossier.Pauses.Where(p => ClockGrounds.IsThirdParty(p.Ground)))
            used += await UsedAsync(dossier, pause, limit, cancellationToken);
        return limit.Amount > used ? new Term(limit.Amount - used, limit.Unit) : Error.RuleBroken(TimeOutErrors.LimitUsed);
    }

    public async Task<Result<Done>> BegunAsync(Dossier dossier, ClockGround ground, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var explained = await clock.ExplainAsync(dossier, now, cancellationToken);
        if (explained.IsFailure)
            return explained;
        var open = dossier.Pauses.First(p => p.EndedAt is null && p.Ground == ground);
        Say(dossier, open, open.EndsAt!.Value, NoticeKind.TimeLeftOut, now);
        return Done.Value;
    }

    public async Task<Result<Done>> EndAsync(Dossier dossier, ClockGround ground, string? comment, Actor actor, DateTimeOffset at, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (dossier.Pauses.FirstOrDefault(p => p.EndedAt is null && p.Ground == ground) is not { } open)
            return Error.RuleBroken(TimeOutErrors.NotOpen);
        if (at < open.StartedAt || at > now)
            return Error.Invalid(TimeOutErrors.EndOutside, "UntilDay");
        // What lies beyond the most that may be left out counts again, whenever the answer came.
        var until = open.EndsAt < at ? open.EndsAt.Value : at;
        var dates = await clock.AfterAsync(dossier, ground, until, cancellationToken);
        if (dates.IsFailure)
            return dates.AsFailure<Done>();
        var ended = dossier.EndTimeOut(ground, dates.Value, comment, actor, until, now);
        if (ended.IsSuccess)
            Say(dossier, open, until, NoticeKind.TimeCountsAgain, now);
        return ended;
    }

    // Before a result is issued: what was still left out ends with it, so that the result is judged by the date that the law gives.
    public async Task<Result<Done>> EndAllAsync(Dossier dossier, DateTimeOffset now, CancellationToken cancellationToken)
    {
        foreach (var open in dossier.Pauses.Where(p => p.EndedAt is null && ClockGrounds.IsThirdParty(p.Ground)).ToArray())
        {
            var ended = await EndAsync(dossier, open.Ground, null, Actor.System, now, now, cancellationToken);
            if (ended.IsFailure)
                return ended;
        }

        return Done.Value;
    }

    private void Say(Dossier dossier, ClockPause pause, DateTimeOffset until, NoticeKind notice, DateTimeOffset now)
    {
        notices.Tell(dossier, notice, now);
        context.Raise(new ThirdPartyTimeLeftOut(dossier.Id, pause.Id, pause.Ground, pause.LegalGround!, pause.Document!, pause.StartedAt, until), now);
        context.AfterCommit(() => live.Publish(ReceptionTopics.Of(dossier.ReceivingAgencyId)));
    }

    // In the unit of the limit, a begun one as a whole. What is still open counts with the most it may take.
    private async Task<decimal> UsedAsync(Dossier dossier, ClockPause pause, Term limit, CancellationToken cancellationToken)
    {
        var until = pause.EndedAt ?? pause.EndsAt ?? pause.StartedAt;
        for (var used = 1m; used < limit.Amount; used++)
        {
            var end = await clock.EndOfAsync(dossier, new Term(used, limit.Unit), pause.StartedAt, cancellationToken);
            if (end.IsFailure || end.Value >= until)
                return used;
        }

        return limit.Amount;
    }
}
