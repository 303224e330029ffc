using Microsoft.EntityFrameworkCore;
using OneStop.Approvals.Contracts.Events;
using OneStop.Dossiers.Components;
using OneStop.Dossiers.Data;
using OneStop.Dossiers.Domain;
using OneStop.Kernel.Events;
using OneStop.Kernel.Live;
using OneStop.Kernel.Results;

namespace OneStop.Dossiers.Features.OnConsultationAsked;

// A body was asked for an opinion: the dossier's way shows whom it waits for. Asking alone leaves no time out of the term: that needs a ground and a paper of its own.
internal sealed class OnConsultationAsked(DossiersDbContext context, PaperWords words, ILiveFeed live) : IEventHandler<ConsultationAsked>
{
    public async Task<Result<Done>> Handle(ConsultationAsked integrationEvent, EventEnvelope envelope, CancellationToken cancellationToken)
    {
        var asked = integrationEvent;
        var dossier = await context.Dossiers.Include(d => d.Steps).FirstOrDefaultAsync(d => d.Id == asked.DossierId, cancellationToken);
        if (dossier is null)
            return Error.NotFound(DossierErrors.Missing);
        if (dossier.IsFinal)
            return Done.Value;

        var actor = asked.AskerId is null ? Actor.System : new Actor(asked.AskerId, asked.AskerName, DossierRole.Officer);
        var noted = dossier.AskOpinion(
            new OpinionAsked(
                asked.ConsultationId, words.Say("Opinion.Step"), words.InEnglish("Opinion.Step"), asked.AgencyId, asked.AgencyName, asked.DepartmentName, asked.MustDecide, asked.AskingTaskId,
                asked.AskedAt, asked.DueAt, asked.AllowedMinutes),
            actor, asked.AskedAt);
        if (noted.IsFailure)
            return noted;
        context.AfterCommit(() => live.Publish(ReceptionTopics.Of(dossier.ReceivingAgencyId)));
        return Done.Value;
    }
}
