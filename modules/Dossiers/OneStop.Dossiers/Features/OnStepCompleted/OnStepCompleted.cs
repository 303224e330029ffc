using Microsoft.EntityFrameworkCore;
using OneStop.Approvals.Contracts;
using OneStop.Approvals.Contracts.Events;
using OneStop.Dossiers.Components;
using OneStop.Dossiers.Data;
using OneStop.Dossiers.Domain;
using OneStop.Dossiers.Integrations;
using OneStop.Kernel.Events;
using OneStop.Kernel.Live;
using OneStop.Kernel.Results;
using OneStop.Kernel.Time.Clocks;

namespace OneStop.Dossiers.Features.OnStepCompleted;

internal sealed class OnStepCompleted(
    DossiersDbContext context, ResultDesk results, DossierClock clock, ProtectedFacts facts, CitizenNotices notices, ILiveFeed live, TimeProvider time)
    : IEventHandler<StepCompleted>
{
    public async Task<Result<Done>> Handle(StepCompleted integrationEvent, EventEnvelope envelope, CancellationToken cancellationToken)
    {
        var dossier = await context.Dossiers.Include(d => d.Steps).Include(d => d.Pauses).AsSplitQuery()
            .FirstOrDefaultAsync(d => d.Id == integrationEvent.DossierId, cancellationToken);
        if (dossier is null)
            return Error.NotFound(DossierErrors.Missing);

        var now = time.GetUtcNow();
        var actor = ActorOf(integrationEvent);
        var known = dossier.Steps.FirstOrDefault(s => s.TaskId == integrationEvent.TaskId);
        if (known is { CompletedAt: not null })
            return Done.Value;
        if (integrationEvent.Outcome == StepOutcomes.Approve && !dossier.IsFinal)
        {
            var done = await DoAsync(dossier, integrationEvent, actor, now, cancellationToken);
            if (done.IsFailure)
                return done;
        }

        var completed = dossier.CompleteStep(
            new StepOutcome(integrationEvent.TaskId, integrationEvent.Outcome, integrationEvent.Comment, integrationEvent.CompletedAt, integrationEvent.UsedMinutes),
            actor, now);
        if (completed.IsFailure)
            return completed;

        context.AfterCommit(() => live.Publish(ReceptionTopics.Of(dossier.ReceivingAgencyId)));
        return Done.Value;
    }

    private async Task<Result<Done>> DoAsync(Dossier dossier, StepCompleted step, Actor actor, DateTimeOffset now, CancellationToken cancellationToken)
    {
        switch (step.Deed)
        {
            case StepDeeds.DraftResult:
                (await ResultOfAsync(dossier, cancellationToken)).Draft(facts.Protect(step.Fields));
                return Done.Value;

            case StepDeeds.SignResult:
                (await ResultOfAsync(dossier, cancellationToken)).Sign(step.ActorId, step.ActorName, step.ActorTitle, step.AgencyId, step.AgencyName, step.CompletedAt);
                return Done.Value;

            case StepDeeds.IssueResult:
                return await results.IssueOrWaitAsync(dossier, await ResultOfAsync(dossier, cancellationToken), step.Fields, actor, now, cancellationToken);

            case StepDeeds.ReturnResult:
                var receiver = step.Fields.GetValueOrDefault(StepFields.ReceiverName) is { Length: > 0 } named ? named : dossier.Applicant.Name;
                var returned = dossier.Return(HandOver.Describe(receiver, dossier.ReturnMethod), actor, now);
                if (returned.IsSuccess)
                    notices.Tell(dossier, NoticeKind.Returned, now);
                return returned;

            case StepDeeds.ConfirmPayment when dossier.Status == DossierStatus.PaymentAsked:
                var dates = await clock.AfterAsync(dossier, ClockGround.Payment, now, cancellationToken);
                return dates.IsFailure ? dates.AsFailure<Done>() : dossier.ConfirmPayment(dates.Value, actor, now);

            default:
                return Done.Value;
        }
    }

    private async Task<DossierResult> ResultOfAsync(Dossier dossier, CancellationToken cancellationToken)
    {
        var result = await context.Set<DossierResult>().FirstOrDefaultAsync(r => r.DossierId == dossier.Id, cancellationToken);
        if (result is null)
        {
            result = DossierResult.Start(dossier.Id);
            context.Set<DossierResult>().Add(result);
        }

        return result;
    }

    // The deed says in which capacity the actor worked; Approvals has checked that the post allows it.
    private static Actor ActorOf(StepCompleted step) => step.ActorId is null
        ? Actor.System
        : new Actor(step.ActorId, step.ActorName, step.Deed switch
        {
            StepDeeds.SignResult => DossierRole.Leader,
            StepDeeds.IssueResult => DossierRole.RecordsClerk,
            StepDeeds.ReturnResult or StepDeeds.ConfirmPayment or StepDeeds.Receive => DossierRole.Clerk,
            _ => DossierRole.Officer,
        })
        {
            OnBehalfOf = step.OnBehalfOf,
        };
}
