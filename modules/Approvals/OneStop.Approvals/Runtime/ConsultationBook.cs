using Microsoft.EntityFrameworkCore;
using OneStop.Approvals.Contracts;
using OneStop.Approvals.Contracts.Events;
using OneStop.Approvals.Data;
using OneStop.Approvals.Domain;
using OneStop.Identity.Contracts;
using OneStop.Kernel.Live;
using OneStop.Kernel.Security;
using OneStop.Kernel.Time;
using OneStop.Organisation.Contracts;

namespace OneStop.Approvals.Runtime;

/// <summary>What becomes of a consultation: the row, the news to the neighbours and to the people.</summary>
internal sealed class ConsultationBook(
    ApprovalsDbContext context, ConsultationClock clock, IOrganisationDirectory organisation, HeadNotices notices, IFieldProtector protector, ILiveFeed live)
{
    public Task<Consultation?> FindAsync(Guid id, CancellationToken cancellationToken) => context.Consultations.FindAsync([id], cancellationToken).AsTask();

    /// <summary>The body's last word, just before its process ends.</summary>
    public async Task AnswerAsync(ProcessInstance instance, string action, string? text, StepDeed deed, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (StanceOf(action) is not { } stance || await FindAsync(instance.SubjectId, cancellationToken) is not { IsOpen: true } consultation)
            return;
        var used = await clock.UsedAsync(consultation, now, cancellationToken);
        consultation.AnswerWith(stance, text is null ? null : protector.Protect(text), deed.ActorId, deed.ActorName, deed.ActorTitle, used, now);
        Tell(consultation, OutcomeOf(consultation), now);
        TellAsker(consultation, "OpinionGiven", consultation.DossierCode, consultation.BodyName);
    }

    /// <summary>When whoever asked each of them went on: the officer's step was done, or the process waited for nobody any more.</summary>
    public async Task<Dictionary<Guid, DateTimeOffset?>> WentOnAsync(IReadOnlyCollection<Consultation> asked, CancellationToken cancellationToken)
    {
        Guid?[] steps = [.. asked.Select(c => c.AskingTaskId).Distinct()];
        var done = await context.Tasks.AsNoTracking().Where(t => steps.Contains(t.Id) && t.ClosedAt != null).ToDictionaryAsync(t => t.Id, t => t.ClosedAt, cancellationToken);
        Guid[] processes = [.. asked.Where(c => c.WaitingToken is not null).Select(c => c.AskingInstanceId).Distinct()];
        var together = (await context.Consultations.AsNoTracking().Where(c => processes.Contains(c.AskingInstanceId) && c.WaitingToken != null).ToListAsync(cancellationToken))
            .ToLookup(c => (c.AskingInstanceId, c.WaitingToken));
        return asked.ToDictionary(c => c.Id, c => c.WaitingToken is null
            ? c.AskingTaskId is { } step ? done.GetValueOrDefault(step) : null
            : Opinions.WentOnAt([.. together[(c.AskingInstanceId, c.WaitingToken)]]));
    }

    /// <summary>What has become of the date: "later" while it moved, "agreement" when silence is one, "waits" when people have been told.</summary>
    public async Task<(string Outcome, DateTimeOffset LookAgain)> HandleSilenceAsync(ProcessInstance instance, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await FindAsync(instance.SubjectId, cancellationToken) is not { IsOpen: true } consultation)
            return ("waits", now);
        // The body waits for an explanation: its date moves when that comes.
        if (await context.Tasks.AnyAsync(t => t.ConsultationId == consultation.Id && t.State == TaskState.Suspended, cancellationToken))
            return ("later", now.AddHours(1));
        if (consultation.DueAt > now)
            return ("later", consultation.DueAt);
        consultation.FallSilent(now);
        if (consultation is { Part: ConsultationPart.Decides, Silence: SilenceRule.CountsAsAgreement })
        {
            consultation.CloseSilent(await clock.UsedAsync(consultation, now, cancellationToken), now);
            Tell(consultation, ConsultationOutcomes.Silent, now);
            TellAsker(consultation, "SilenceAgrees", consultation.DossierCode, consultation.BodyName, consultation.SilenceBasis ?? "");
            return ("agreement", now);
        }

        TellAsker(consultation, "BodySilent", consultation.DossierCode, consultation.BodyName, Moments.Write(consultation.DueAt));
        if (consultation.Part == ConsultationPart.Decides)
            notices.Tell(
                await AskersHeadsAsync(consultation, now, cancellationToken), "SilenceEscalated", ApprovalsUrls.ConsultationOf(consultation.Id),
                consultation.DossierCode, consultation.BodyName, Moments.Write(consultation.DueAt));
        return ("waits", now);
    }

    public async Task EndAsync(Consultation consultation, ConsultationState how, string? reason, StepDeed deed, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var used = await clock.UsedAsync(consultation, now, cancellationToken);
        var kept = reason is null ? null : protector.Protect(reason);
        if (how == ConsultationState.PassedOver)
            consultation.PassOver(kept!, deed.ActorId, deed.ActorName, used, now);
        else
        {
            await TellBodyAsync(consultation, cancellationToken);
            consultation.Withdraw(kept, deed.ActorId, deed.ActorName, used, now);
        }

        Tell(consultation, OutcomeOf(consultation), now);
    }

    public void TellAsker(Consultation consultation, string key, params object[] args)
    {
        if (consultation.AskerId is { } asker)
            notices.Tell([asker], key, consultation.AskingTaskId is { } task ? ApprovalsUrls.TaskOf(task) : ApprovalsUrls.ConsultationOf(consultation.Id), args);
    }

    /// <summary>To whoever asked; a question of the process itself goes to the heads of its unit.</summary>
    public async Task TellSpeakersAsync(Consultation consultation, string key, DateTimeOffset now, CancellationToken cancellationToken, params object[] args)
    {
        if (consultation.AskerId is not null)
            TellAsker(consultation, key, args);
        else
            notices.Tell(await AskersHeadsAsync(consultation, now, cancellationToken), key, ApprovalsUrls.ConsultationOf(consultation.Id), args);
    }

    /// <summary>Pages that show it look again.</summary>
    public void Refresh(Consultation consultation) => context.AfterCommit(() => live.Publish(InboxTopics.Consultations(consultation.DossierId)));

    public async Task<IReadOnlyList<Guid>> AskersHeadsAsync(Consultation consultation, DateTimeOffset now, CancellationToken cancellationToken)
    {
        foreach (var (department, role) in new[] { (consultation.AskingDepartmentId, Roles.DepartmentHead), (null, Roles.AgencyLeader) })
        {
            if (department is null && role == Roles.DepartmentHead)
                continue;
            var posts = await organisation.HoldersAsync(consultation.AskingAgencyId, department, role, now.VietnamDate(), cancellationToken);
            Guid[] people = [.. posts.Where(p => p.HolderId is not null && p.HolderId != consultation.AskerId).Select(p => p.SubstituteId ?? p.HolderId!.Value).Distinct()];
            if (people.Length > 0)
                return people;
        }

        return consultation.AskerId is { } asker ? [asker] : [];
    }

    public static string OutcomeOf(Consultation consultation) => consultation switch
    {
        { State: ConsultationState.Silent } => ConsultationOutcomes.Silent,
        { State: ConsultationState.PassedOver } => ConsultationOutcomes.PassedOver,
        { State: ConsultationState.Answered, Stance: Stance.Agrees } => ConsultationOutcomes.Agrees,
        { State: ConsultationState.Answered, Stance: Stance.Disagrees } => ConsultationOutcomes.Disagrees,
        { State: ConsultationState.Answered } => ConsultationOutcomes.Remarks,
        _ => ConsultationOutcomes.Withdrawn,
    };

    private static Stance? StanceOf(string action) => action switch
    {
        MatterActions.Agree => Stance.Agrees,
        MatterActions.Disagree => Stance.Disagrees,
        MatterActions.Remark => Stance.Remarks,
        _ => null,
    };

    private async Task TellBodyAsync(Consultation consultation, CancellationToken cancellationToken)
    {
        var open = await context.Tasks.AsNoTracking().Where(t => t.ConsultationId == consultation.Id && (t.State == TaskState.Open || t.State == TaskState.Suspended)).ToListAsync(cancellationToken);
        foreach (var task in open)
            notices.Tell(await notices.HoldersOfAsync(task, cancellationToken), "QuestionWithdrawn", null, consultation.DossierCode, consultation.AskingUnit);
    }

    private void Tell(Consultation consultation, string outcome, DateTimeOffset now)
    {
        context.Raise(
            new ConsultationClosed(
                consultation.DossierId, consultation.Id, outcome, consultation.ClosedById, consultation.ClosedByName ?? "", now, consultation.UsedMinutes ?? 0),
            now);
        Refresh(consultation);
    }
}
