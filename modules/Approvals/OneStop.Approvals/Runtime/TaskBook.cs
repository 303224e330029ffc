using Microsoft.EntityFrameworkCore;
using OneStop.Approvals.Contracts;
using OneStop.Approvals.Contracts.Events;
using OneStop.Approvals.Data;
using OneStop.Approvals.Domain;
using OneStop.Approvals.Engine.Definitions;
using OneStop.Approvals.Engine.Execution;
using OneStop.Dossiers.Contracts.Events;
using OneStop.Kernel.Data;
using OneStop.Kernel.Live;
using OneStop.Kernel.Time;
using OneStop.Organisation.Contracts;

namespace OneStop.Approvals.Runtime;

/// <summary>Opens and closes the rows of the inbox and tells the other modules about it.</summary>
internal sealed class TaskBook(
    ApprovalsDbContext context, IOrganisationDirectory organisation, StepClock clock, MatterOffice matters, StepWarnings warnings, ConsultationClock consultations, StepAssignment assignment, ILiveFeed live)
{
    public const string NobodyCompetent = "incident.nobody_competent";
    private const string StepDone = "step_done";

    private readonly List<WorkTask> opened = [];

    /// <summary>Tasks this deed has opened, in order.</summary>
    public IReadOnlyList<OpenedStep> Opened => [.. opened.Where(t => t.IsOpen).Select(t => new OpenedStep(t.StepName, t.AgencyName, t.DepartmentName, t.DueAt))];

    public async Task<WorkTask?> FindOpenAsync(Guid instanceId, int token, CancellationToken cancellationToken) =>
        context.Tasks.Local.FirstOrDefault(t => t.InstanceId == instanceId && t.Token == token && t.IsOpen)
        ?? await context.Tasks.FirstOrDefaultAsync(
            t => t.InstanceId == instanceId && t.Token == token && (t.State == TaskState.Open || t.State == TaskState.Suspended || t.State == TaskState.Unroutable), cancellationToken);

    public async Task OpenAsync(ProcessInstance instance, FlowNode node, int token, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var step = node.Step!;
        var query = new CandidateQuery(step.Level, step.Role, step.Field ?? instance.Field, instance.PlaceCode, instance.ReceivingAgencyId);
        var group = instance.IsMatter
            ? await matters.DecidersAsync(instance, step.Role, now, cancellationToken)
            : await organisation.ResolveCandidatesAsync(query, now.VietnamDate(), cancellationToken);
        if (group is null)
            context.Incidents.Add(NewIncident(instance, token, node.Id, NobodyCompetent, $"{step.Level} {step.Role} {query.Field} {query.PlaceCode}", now));
        await OpenAtAsync(instance, node, token, group, Allowed(instance, step), now, cancellationToken);
    }

    /// <summary>A task handed to another unit is a new row, so that the days used count for the unit that used them.</summary>
    public async Task MoveAsync(ProcessInstance instance, FlowNode node, WorkTask task, CandidateGroup to, StepDeed deed, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await CloseRowAsync(instance, node, task, TaskState.Withdrawn, StepOutcomes.Forward, deed, now, cancellationToken);
        Tell(task);
        await OpenAtAsync(instance, node, task.Token, to, Allowed(instance, node.Step!), now, cancellationToken);
    }

    public async Task CloseAsync(
        ProcessInstance instance, FlowNode node, StepClosed closed, StepDeed deed, bool instanceEnded, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await FindOpenAsync(instance.Id, closed.Token, cancellationToken) is not { } task)
            return;
        var own = closed.Token == deed.Token;
        var (state, outcome) = closed.By switch
        {
            ClosedBy.SentBack => (TaskState.Done, StepOutcomes.Return),
            ClosedBy.Withdrawn when own => (TaskState.Done, deed.Outcome),
            ClosedBy.Withdrawn => (TaskState.Withdrawn, instance.IsMatter ? "" : StepOutcomes.Return),
            _ => (TaskState.Done, StepOutcomes.Approve),
        };
        // When the whole dossier stops, those who stopped it have said so; its other open steps just leave the inboxes.
        if (instanceEnded && !own)
        {
            task.Close(TaskState.Withdrawn, outcome, null, deed.ActorId, deed.ActorName, now);
            await warnings.DropAsync(task, cancellationToken);
        }
        else
        {
            await CloseRowAsync(instance, node, task, state, outcome, own ? deed : StepDeed.System, now, cancellationToken);
        }

        Tell(task);
    }

    public async Task SuspendAsync(Guid instanceId, int token, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await FindOpenAsync(instanceId, token, cancellationToken) is not { } task)
            return;
        task.Pause(now);
        clock.Suspend(task, now);
        await warnings.DropAsync(task, cancellationToken);
    }

    public async Task ResumeAsync(Guid instanceId, int token, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await FindOpenAsync(instanceId, token, cancellationToken) is not { PausedAt: { } pausedAt } task)
            return;
        task.Resume();
        await clock.ResumeAsync(task, pausedAt, now, cancellationToken);
        if (await DueAsync(task, now, cancellationToken) is { } due)
            task.SetDue(due);
        await warnings.PlanAsync(task, now, cancellationToken);
        Tell(task);
    }

    public Incident NewIncident(ProcessInstance instance, int token, string element, string code, string detail, DateTimeOffset now) => new()
    {
        Id = EntityId.New(now),
        InstanceId = instance.Id,
        Token = token,
        DossierCode = instance.DossierCode,
        Element = element,
        Code = code,
        Detail = detail.Length > 2000 ? detail[..2000] : detail,
        RaisedAt = now,
    };

    public void Tell(WorkTask task) => context.AfterCommit(() =>
    {
        live.Publish(InboxTopics.Agency(task.AgencyId));
        live.Publish(InboxTopics.Task(task.Id));
    });

    // Who asks a superior and then goes on without the answer needs it no more.
    private async Task CloseConsentsAsync(WorkTask task, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var asked = await context.Instances.Where(i => i.AskingTaskId == task.Id && i.EndedAt == null).Select(i => i.SubjectId).ToListAsync(cancellationToken);
        foreach (var subject in asked)
            context.Raise(new MatterClosed(task.DossierId, subject, StepDone, now), now);
    }

    private static int? Allowed(ProcessInstance instance, StepSettings step) =>
        step.Hours(instance.IsOnline) is { } hours ? (int)(hours * 60) : step.Share is { } share && instance.TermMinutes is { } term ? (int)(term * share) : null;

    private async Task OpenAtAsync(
        ProcessInstance instance, FlowNode node, int token, CandidateGroup? group, int? allowed, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var step = node.Step!;
        var agencyId = group?.AgencyId ?? instance.ReceivingAgencyId;
        var consultation = instance.Matter == Matters.Consultation ? await context.Consultations.FindAsync([instance.SubjectId], cancellationToken) : null;
        // Whoever prepares the opinion has what is left of the body's time.
        allowed = consultation is null ? allowed : Math.Max(1, await consultations.MinutesAsync(agencyId, now, consultation.DueAt, cancellationToken));
        var task = new WorkTask
        {
            Id = EntityId.New(now),
            InstanceId = instance.Id,
            ProcessVersionId = instance.ProcessVersionId,
            DossierId = instance.DossierId,
            ConsultationId = consultation?.Id,
            Token = token,
            Element = node.Id,
            StepName = node.Name,
            StepNameEn = step.NameEn,
            DossierCode = instance.DossierCode,
            ProcedureCode = instance.ProcedureCode,
            ProcedureName = instance.ProcedureName,
            ApplicantName = instance.ApplicantName,
            SearchText = SearchFold.Fold($"{instance.DossierCode} {instance.ApplicantName}"),
            StatusCode = step.Status ?? 4,
            Role = group?.Role ?? step.Role,
            AgencyId = agencyId,
            AgencyName = group?.AgencyName ?? "",
            AgencyPath = group?.AgencyPath ?? "",
            DepartmentId = group?.DepartmentId,
            DepartmentName = group?.DepartmentName,
            EnteredAt = now,
            AllowedMinutes = allowed,
        };
        task.SetDue(consultation?.DueAt ?? await DueAsync(task, now, cancellationToken));
        if (group is null)
            task.MarkUnroutable();
        else if (consultation is null)
            await assignment.ApplyAsync(task, step, now, cancellationToken);
        context.Tasks.Add(task);
        opened.Add(task);
        context.Raise(
            instance.Matter is { } matter
                ? new MatterStepEntered(task.DossierId, instance.SubjectId, matter, task.Id, agencyId, task.AgencyName, now, task.DueAt)
                : new StepEntered(task.DossierId, task.Id, task.Element, task.StepName, task.StatusCode, agencyId, task.AgencyName, task.DepartmentName, now, task.DueAt, allowed, task.StepNameEn), now);
        await warnings.PlanAsync(task, now, cancellationToken);
        Tell(task);
    }

    // A holiday table that ends too early leaves the step without a date rather than with a wrong one.
    private async Task<DateTimeOffset?> DueAsync(WorkTask task, DateTimeOffset now, CancellationToken cancellationToken) =>
        OfficeRun.Of(task) is { } run && await clock.ReadAsync(run, now, cancellationToken) is { IsSuccess: true, Value: var reading } ? reading.LegalDue : null;

    private async Task CloseRowAsync(
        ProcessInstance instance, FlowNode node, WorkTask task, TaskState state, string outcome, StepDeed deed, DateTimeOffset now, CancellationToken cancellationToken)
    {
        task.UsedMinutes = await clock.UsedAsync(task, task.PausedAt ?? now, cancellationToken);
        task.Close(state, outcome, deed.Comment, deed.ActorId, deed.ActorName, now, deed.OnBehalfOf);
        if (task.ConsultationId is null)
            task.UsedMinutes = Math.Max(0, task.UsedMinutes.Value - await consultations.MinutesOfOthersAsync(task, now, cancellationToken));
        await warnings.DropAsync(task, cancellationToken);
        if (node.Actions.Any(a => a.Kind == ActionKind.AskSupplement))
            await CloseConsentsAsync(task, now, cancellationToken);
        await foreach (var draft in context.Drafts.Where(d => d.TaskId == task.Id).AsAsyncEnumerable().WithCancellation(cancellationToken))
            context.Drafts.Remove(draft);
        if (instance.Matter is { } matter)
        {
            context.Raise(
                new MatterStepCompleted(
                    instance.DossierId, instance.SubjectId, matter, task.Id, deed.Action, deed.ActorId, deed.ActorName, deed.ActorTitle, task.AgencyId, deed.Comment, deed.Fields, now),
                now);
            return;
        }

        context.Raise(
            new StepCompleted(
                instance.DossierId, task.Id, task.Element, task.StepName, outcome, outcome == StepOutcomes.Approve ? node.Step!.Deed : StepDeeds.None, deed.ActorId,
                deed.ActorName, deed.ActorTitle, task.AgencyId, task.AgencyName, deed.Comment, deed.Fields, now, task.UsedMinutes.Value) { OnBehalfOf = deed.OnBehalfOf },
            now);
    }
}
