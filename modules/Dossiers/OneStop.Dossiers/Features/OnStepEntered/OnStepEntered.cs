using Microsoft.EntityFrameworkCore;
using OneStop.Approvals.Contracts.Events;
using OneStop.Dossiers.Components;
using OneStop.Dossiers.Data;
using OneStop.Dossiers.Domain;
using OneStop.Kernel.Events;
using OneStop.Kernel.Live;
using OneStop.Kernel.Results;

namespace OneStop.Dossiers.Features.OnStepEntered;

internal sealed class OnStepEntered(DossiersDbContext context, CitizenNotices notices, DossierClock clock, ILiveFeed live, TimeProvider time) : IEventHandler<StepEntered>
{
    public async Task<Result<Done>> Handle(StepEntered integrationEvent, EventEnvelope envelope, CancellationToken cancellationToken)
    {
        var dossier = await context.Dossiers.Include(d => d.Steps).FirstOrDefaultAsync(d => d.Id == integrationEvent.DossierId, cancellationToken);
        if (dossier is null)
            return Error.NotFound(DossierErrors.Missing);
        // Stopped while the event was on its way; the process hears of that by its own event.
        if (dossier.IsFinal)
            return Done.Value;

        var now = time.GetUtcNow();
        var before = dossier.Status;
        var wanted = (DossierStatus)integrationEvent.StatusCode;
        // The payer's own time is left out where the procedure says so; the amount is the step's matter.
        if (wanted == DossierStatus.PaymentAsked && before is (DossierStatus.Accepted or DossierStatus.Processing))
        {
            var pauses = (await clock.PlanOfAsync(dossier, cancellationToken))?.PausesForPayment ?? false;
            dossier.AskPayment(0, pauses, Actor.System, now);
            if (pauses && await clock.ExplainAsync(dossier, now, cancellationToken) is { IsFailure: true } unexplained)
                return unexplained;
        }

        var entered = dossier.EnterStep(
            new StepEntry(
                integrationEvent.TaskId, integrationEvent.Element, integrationEvent.StepName, wanted, integrationEvent.AgencyId, integrationEvent.AgencyName,
                integrationEvent.DepartmentName, integrationEvent.EnteredAt, integrationEvent.DueAt, integrationEvent.AllowedMinutes,
                integrationEvent.StepNameEn),
            now);
        if (entered.IsFailure)
            return entered;

        if (dossier.Status != before && NoticeOf(dossier.Status) is { } notice)
            notices.Tell(dossier, notice, now);
        context.AfterCommit(() => live.Publish(ReceptionTopics.Of(dossier.ReceivingAgencyId)));
        return Done.Value;
    }

    private static NoticeKind? NoticeOf(DossierStatus status) => status switch
    {
        DossierStatus.Processing => NoticeKind.InProgress,
        DossierStatus.PaymentAsked => NoticeKind.PaymentAsked,
        _ => null,
    };
}
