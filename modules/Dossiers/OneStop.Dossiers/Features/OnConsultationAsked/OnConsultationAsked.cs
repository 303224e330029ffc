using Microsoft.EntityFrameworkCore;
using OneStop.Approvals.Contracts.Events;
using OneStop.Dossiers.Components;
using OneStop.Dossiers.Data;
using OneStop.Dossiers.Domain;
using OneStop.Kernel.Events;
using OneStop.Kernel.Live;
using OneStop.Kernel.Results;
using OneStop.Kernel.Time.Clocks;

namespace OneStop.Dossiers.Features.OnConsultationAsked;

// A body was asked for an opinion: the dossier's way shows whom it waits for, and where the procedure's rule leaves the time of others out, the clock stands.
internal sealed class OnConsultationAsked(DossiersDbContext context, DossierClock clock, PaperWords words, ILiveFeed live) : IEventHandler<ConsultationAsked>
{
    public async Task<Result<Done>> Handle(ConsultationAsked integrationEvent, EventEnvelope envelope, CancellationToken cancellationToken)
    {
        var asked = integrationEvent;
        var dossier = await context.Dossiers.Include(d => d.Steps).Include(d => d.Pauses).AsSplitQuery().FirstOrDefaultAsync(d => d.Id == asked.DossierId, cancellationToken);
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
        if (asked.MustDecide && await LeaveTimeOutAsync(dossier, asked, actor, cancellationToken) is { IsFailure: true } failure)
            return failure;
        context.AfterCommit(() => live.Publish(ReceptionTopics.Of(dossier.ReceivingAgencyId)));
        return Done.Value;
    }

    private async Task<Result<Done>> LeaveTimeOutAsync(Dossier dossier, ConsultationAsked asked, Actor actor, CancellationToken cancellationToken)
    {
        if (dossier.Pauses.Any(p => p is { EndedAt: null, Ground: ClockGround.Opinion }) || (await clock.PlanOfAsync(dossier, cancellationToken))?.ThirdPartyLimit is not { } limit)
            return Done.Value;
        var unit = asked.DepartmentName is { } department ? $"{department}, {asked.AgencyName}" : asked.AgencyName;
        var left = dossier.LeaveTimeOut(ClockGround.Opinion, dossier.Rules()!.Decree, words.Say("Opinion.Paper", unit), limit, actor, asked.AskedAt);
        // While the citizen is awaited the clock stands already.
        return left.IsFailure ? Done.Value : await clock.ExplainAsync(dossier, asked.AskedAt, cancellationToken);
    }
}
