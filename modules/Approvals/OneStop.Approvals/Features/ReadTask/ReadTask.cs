using Microsoft.EntityFrameworkCore;
using OneStop.Approvals.Data;
using OneStop.Approvals.Domain;
using OneStop.Approvals.Engine.Definitions;
using OneStop.Approvals.Engine.Execution;
using OneStop.Approvals.Features.ListConsultations;
using OneStop.Approvals.Runtime;
using OneStop.Catalogue.Contracts;
using OneStop.Dossiers.Contracts;
using OneStop.Kernel.Callers;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Results;
using OneStop.Kernel.Security;
using OneStop.Kernel.Texts;
using OneStop.Kernel.Time;
using OneStop.Organisation.Contracts;

namespace OneStop.Approvals.Features.ReadTask;

/// <summary>Everything the task page shows. Reading the dossier is recorded with the step as its purpose.</summary>
[Requires(Permissions.Work)]
internal sealed record ReadTaskQuery(Guid TaskId) : IQuery<TaskDetails>;

internal sealed record TaskDetails(
    Guid Id, string StepName, string? StepNameEn, Guid AgencyId, string AgencyName, string? DepartmentName, Guid? AssigneeId, string? AssigneeName, TaskState State,
    DateTimeOffset EnteredAt, DateTimeOffset? DueAt, string? ClosedByName, DateTimeOffset? ClosedAt, DossierForOfficer Dossier, IReadOnlyList<FormField> Form,
    IReadOnlyList<FilledField> Filled, IReadOnlyList<StepButton> Buttons, IReadOnlyList<StepTarget> EarlierSteps, IReadOnlyList<Colleague> Colleagues, IReadOnlyList<UnitChoice> Units,
    IReadOnlyList<PassedStep> Passed, bool MayAct, bool IsMine, bool MayReassign, string? Draft, DateTimeOffset? DraftSavedAt, string Topic)
{
    public DateTimeOffset? LateAt { get; init; }

    /// <summary>Code of <c>Matters</c>; null for a step of the dossier's own process.</summary>
    public string? Matter { get; init; }

    /// <summary>What the body is asked; the dossier then holds what was sent and nothing else.</summary>
    public ConsultationLine? Asked { get; init; }

    /// <summary>The further request for supplements that this step may make, or has made; null when the next is free.</summary>
    public SupplementConsent? Consent { get; init; }

    /// <summary>In whose place the reader acts, and through which day; null for what the reader does for himself.</summary>
    public InPlaceOf? InPlaceOf { get; init; }

    /// <summary>Who has given the task to whom for now; null while it is not delegated.</summary>
    public Delegation? Delegation { get; init; }
}

/// <summary>A delegated task as its reader sees it: the owner may take it back, the delegate ends it or hands it back.</summary>
internal sealed record Delegation(string OwnerName, bool MayFinish, bool IsOwner, bool IsDelegate);

/// <summary>A further request needs a superior: which one it is, and since when one waits.</summary>
internal sealed record SupplementConsent(int Number, DateTimeOffset? PendingSince);

/// <summary>What an earlier step has filled in: the leader reads here what is about to be signed.</summary>
internal sealed record FilledField(string Key, LocalizedText Label, string Value);

/// <summary>A button and what follows from it: the steps that may come next.</summary>
internal sealed record StepButton(ActionKind Kind, string Key, string Label, string? LabelEn, bool ReasonRequired, IReadOnlyList<StepTarget> Leads);

internal sealed record StepTarget(string Element, string Name, string? NameEn, string? Unit);

internal sealed record Colleague(Guid AccountId, string Name, string Title);

internal sealed record UnitChoice(Guid DepartmentId, string Name);

internal sealed record PassedStep(
    string Name, string? NameEn, string AgencyName, string? DepartmentName, string? ActorName, DateTimeOffset EnteredAt, DateTimeOffset? ClosedAt, DateTimeOffset? DueAt,
    int? AllowedMinutes, string? Outcome, string? Comment, TaskState State, string? OnBehalfOf);

internal sealed class ReadTaskHandler(
    ApprovalsDbContext context, DefinitionCache definitions, StateVault vault, IFieldProtector protector, IDossierDirectory dossiers, SentPapers sent, IOrganisationDirectory organisation, ICallerContext callers, TimeProvider time)
    : IHandler<ReadTaskQuery, TaskDetails>
{
    public async Task<Result<TaskDetails>> Handle(ReadTaskQuery request, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var standsInFor = await TaskGate.StandsInForAsync(organisation, callers.Caller, now, cancellationToken);
        var caller = callers.Caller.InPlaceOnlyOf(standsInFor);
        var task = await context.Tasks.AsNoTracking().SingleOrDefaultAsync(t => t.Id == request.TaskId, cancellationToken);
        if (task is null || !TaskAuthority.MayRead(caller, task))
            return ApprovalErrors.Missing();
        var asked = task.ConsultationId is { } consultation ? await sent.ReadAsync(task, consultation, cancellationToken) : (Result<(DossierForOfficer Dossier, ConsultationLine Asked)>?)null;
        var dossier = asked is { } shown ? shown.Map(s => s.Dossier) : await dossiers.ReadForOfficerAsync(task.DossierId, task.StepName, cancellationToken);
        if (dossier.IsFailure)
            return dossier.AsFailure<TaskDetails>();

        var instance = await context.Instances.AsNoTracking().SingleAsync(i => i.Id == task.InstanceId, cancellationToken);
        var definition = await definitions.GetAsync(context, instance.ProcessVersionId, cancellationToken);
        var node = definition.Locate(task.Element)!;
        var state = vault.Open(instance);
        var mayAct = task.State == TaskState.Open && TaskAuthority.MayAct(caller, task, standsInFor);
        var mayReassign = task.IsOpen && TaskAuthority.MayReassign(caller, task);
        var draft = caller.AccountId is { } me
            ? await context.Drafts.AsNoTracking().SingleOrDefaultAsync(d => d.TaskId == task.Id && d.AccountId == me, cancellationToken)
            : null;

        var asks = node.Actions.Any(a => a.Kind == ActionKind.AskSupplement) && !instance.IsMatter;
        return new TaskDetails(
            task.Id, task.StepName, task.StepNameEn, task.AgencyId, task.AgencyName, task.DepartmentName, task.AssigneeId, task.AssigneeName, task.State, task.EnteredAt, task.DueAt,
            task.ClosedByName, task.ClosedAt, dossier.Value, definitions.FormOf(node),
            await FilledAsync(definition, instance, state, mayAct, cancellationToken), Buttons(definition, node),
            mayAct ? Earlier(definition, state, task) : [], mayReassign || mayAct ? await ColleaguesAsync(task, now, cancellationToken) : [],
            mayAct && node.Actions.Any(a => a.Kind == ActionKind.Forward) ? await UnitsAsync(task, now, cancellationToken) : [],
            await PassedAsync(task, cancellationToken), mayAct, task.AssigneeId is { } assignee && (assignee == caller.AccountId || standsInFor.Contains(assignee)),
            mayReassign, draft is null ? null : protector.Unprotect(draft.Content), draft?.SavedAt, InboxTopics.Task(task.Id))
        {
            LateAt = task.LateAt,
            Matter = instance.Matter,
            InPlaceOf = mayAct ? TaskAuthority.CandidateAs(caller, task)?.InPlaceOf : null,
            Asked = asked?.Value.Asked,
            Delegation = task.OwnerId is { } owner ? new Delegation(task.OwnerName ?? "", task.DelegateMayFinish, owner == caller.AccountId || standsInFor.Contains(owner), mayAct) : null,
            Consent = mayAct && asks ? await ConsentAsync(task, cancellationToken) : null,
        };
    }

    private static StepButton[] Buttons(ProcessDefinition definition, FlowNode node)
    {
        StepTarget[] next = [.. definition.NextWaits(node).Select(Target)];
        return [.. node.Actions.Select(a => new StepButton(a.Kind, a.Key, a.Label, a.LabelEn, a.ReasonRequired, a.Kind == ActionKind.Approve ? next : []))];
    }

    private async Task<SupplementConsent?> ConsentAsync(WorkTask task, CancellationToken cancellationToken)
    {
        var allowance = await dossiers.SupplementsOfAsync(task.DossierId, task.AgencyId, cancellationToken);
        if (!allowance.NeedsConsent)
            return null;
        var pending = await context.Instances.Where(i => i.AskingTaskId == task.Id && i.EndedAt == null).Select(i => (DateTimeOffset?)i.StartedAt).FirstOrDefaultAsync(cancellationToken);
        return new SupplementConsent(allowance.Asked + 1, pending);
    }

    // A matter begins with facts that nobody fills in: its own form of them is read, never written.
    private FilledField[] Filled(ProcessDefinition definition, ProcessInstance instance, InstanceState state) =>
    [
        .. definition.Nodes.SelectMany(node => definitions.FormOf(node)).Concat(instance.Matter is null ? [] : StepForms.Find($"{instance.Matter}-facts") ?? [])
            .DistinctBy(field => field.Key)
            .Where(field => state.Variables.GetValueOrDefault(field.Key) is string { Length: > 0 })
            .Select(field => new FilledField(field.Key, field.Label, (string)state.Variables[field.Key]!)),
    ];

    private async Task<FilledField[]> FilledAsync(ProcessDefinition definition, ProcessInstance instance, InstanceState state, bool mayAct, CancellationToken cancellationToken)
    {
        var filled = Filled(definition, instance, state);
        if (!mayAct || instance.Matter is not { } matter)
            return filled;
        var anew = await dossiers.ProposeAnewAsync(matter, instance.SubjectId, cancellationToken);
        return [.. filled.Select(f => anew.TryGetValue(f.Key, out var value) ? f with { Value = value } : f)];
    }

    private static StepTarget[] Earlier(ProcessDefinition definition, InstanceState state, WorkTask task) =>
        state.Find(task.Token) is { } token ? [.. ProcessEngine.EarlierSteps(definition, state, token).Reverse().Select(Target)] : [];

    private static StepTarget Target(FlowNode node) => new(node.Id, node.Name, node.Step?.NameEn, node.Step?.Unit);

    private async Task<Colleague[]> ColleaguesAsync(WorkTask task, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var posts = await organisation.HoldersAsync(task.AgencyId, task.DepartmentId, task.Role, now.VietnamDate(), cancellationToken);
        return [.. posts.Where(p => p.HolderId is not null && p.HolderId != task.AssigneeId).Select(p => new Colleague(p.HolderId!.Value, p.HolderName ?? "", p.Title))];
    }

    private async Task<UnitChoice[]> UnitsAsync(WorkTask task, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var holders = await organisation.HoldersAsync(task.AgencyId, null, task.Role, now.VietnamDate(), cancellationToken);
        return
        [
            .. holders.Where(h => h.DepartmentId is not null && h.DepartmentId != task.DepartmentId && h.HolderId is not null)
                .DistinctBy(h => h.DepartmentId).Select(h => new UnitChoice(h.DepartmentId!.Value, h.DepartmentName ?? "")),
        ];
    }

    private async Task<PassedStep[]> PassedAsync(WorkTask task, CancellationToken cancellationToken) =>
        await context.Tasks.AsNoTracking().Where(t => t.InstanceId == task.InstanceId).OrderBy(t => t.EnteredAt).ThenBy(t => t.Token)
            .Select(t => new PassedStep(
                t.StepName, t.StepNameEn, t.AgencyName, t.DepartmentName, t.ClosedByName ?? t.AssigneeName, t.EnteredAt, t.ClosedAt, t.DueAt, t.AllowedMinutes, t.Outcome, t.Comment, t.State, t.ClosedOnBehalfOf))
            .ToArrayAsync(cancellationToken);
}
