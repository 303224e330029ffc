using Microsoft.EntityFrameworkCore;
using OneStop.Approvals.Contracts;
using OneStop.Approvals.Contracts.Events;
using OneStop.Documents.Contracts;
using OneStop.Dossiers.Components;
using OneStop.Dossiers.Data;
using OneStop.Dossiers.Domain;
using OneStop.Kernel.Events;
using OneStop.Kernel.Live;
using OneStop.Kernel.Results;
using OneStop.Kernel.Texts;

namespace OneStop.Dossiers.Features.OnMatterStepCompleted;

// The head signed the apology: it is numbered, drawn, sealed and sent, and the appointment moves with it.
internal sealed class OnMatterStepCompleted(DossiersDbContext context, ApologyIssuer issuer, ApologyDesk desk, IErrorTexts errors, ILiveFeed live, TimeProvider time)
    : IEventHandler<MatterStepCompleted>
{
    private const string BeforeSigning = "before_signing";

    public async Task<Result<Done>> Handle(MatterStepCompleted integrationEvent, EventEnvelope envelope, CancellationToken cancellationToken)
    {
        if (integrationEvent is not { Matter: Matters.Apology, Action: MatterActions.Approve })
            return Done.Value;
        var apology = await context.Apologies.FirstOrDefaultAsync(a => a.Id == integrationEvent.SubjectId, cancellationToken);
        var dossier = await context.Dossiers.Include(d => d.DeadlineChanges).Include(d => d.Steps).AsSplitQuery().FirstOrDefaultAsync(d => d.Id == integrationEvent.DossierId, cancellationToken);
        if (apology is null || dossier is null)
            return Error.NotFound(DossierErrors.Missing);
        if (!apology.IsWaiting)
            return Done.Value;

        var now = time.GetUtcNow();
        // The result came while the head was signing.
        if (dossier.FinishedAt is not null || dossier.ClosedAt is not null)
        {
            await desk.CloseAsync(dossier.Id, dossier.ClosedAt is null ? ApologyClosing.ResultReady : ApologyClosing.Stopped, now, cancellationToken);
            return Done.Value;
        }

        // The signature reached us after the day it gives: an appointment in the past is none.
        if (ApologyDesk.HasPassed(integrationEvent.Fields, now))
        {
            await desk.LayAgainAsync(dossier, apology, integrationEvent.Fields, errors.Describe(Error.Invalid(ApologyErrors.NotAfterNow)), now, cancellationToken);
            return Done.Value;
        }

        // A number that was taken for a paper that could not be signed is given back.
        var transaction = context.Database.CurrentTransaction!;
        await transaction.CreateSavepointAsync(BeforeSigning, cancellationToken);
        var issued = await issuer.IssueAsync(dossier, apology, integrationEvent, now, cancellationToken);
        if (issued.IsSuccess)
        {
            context.AfterCommit(() => live.Publish(ReceptionTopics.Of(dossier.ReceivingAgencyId)));
        }
        else if (SigningErrors.Concerns(issued.Error))
        {
            await transaction.RollbackToSavepointAsync(BeforeSigning, cancellationToken);
            await desk.LayAgainAsync(dossier, apology, integrationEvent.Fields, errors.Describe(issued.Error), now, cancellationToken);
            return Done.Value;
        }

        return issued;
    }
}
