using Microsoft.EntityFrameworkCore;
using OneStop.Approvals.Data;
using OneStop.Approvals.Domain;
using OneStop.Approvals.Engine.Execution;
using OneStop.Approvals.Runtime;
using OneStop.Dossiers.Contracts;
using OneStop.Kernel.Callers;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Results;
using OneStop.Organisation.Contracts;

namespace OneStop.Approvals.Features.AskOpinions;

/// <summary>Asks bodies for their opinion (lấy ý kiến, liên thông ngang và dọc); each gets a task of its own with what was sent to it.</summary>
[Requires(Permissions.Work)]
internal sealed record AskOpinionsCommand(Guid TaskId, Guid CommandId, IReadOnlyList<AskedBody> Bodies) : ICommand<AskedOpinions>, ITaskCommand, IAudited
{
    public string? AuditSubject => TaskId.ToString();
}

internal sealed record AskedBody(
    Guid AgencyId, Guid? DepartmentId, ConsultationPart Part, string Questions, int WorkingDays, SilenceRule Silence, string? SilenceBasis, bool NamesApplicant, IReadOnlyList<Guid> Files);

internal sealed record AskedOpinions(IReadOnlyList<Guid> Consultations);

internal sealed class AskOpinionsHandler(
    TaskGate gate, ConsultationStarter starter, ConsultationClock clock, TaskDrafts drafts, ApprovalsDbContext context, IDossierDirectory dossiers,
    IOrganisationDirectory organisation, ICallerContext callers, TimeProvider time) : IHandler<AskOpinionsCommand, AskedOpinions>
{
    /// <summary>Left in the step's history; also what makes a double click one request.</summary>
    public const string Asked = "ask_opinion";

    public Task<Result<AskedOpinions>> Handle(AskOpinionsCommand request, CancellationToken cancellationToken) =>
        gate.EnterAsync(request, decides: true, entered => AskAsync(request, entered, cancellationToken), _ => AskedBeforeAsync(request, cancellationToken), cancellationToken);

    // The answer of the first time: in its order, and nothing that was asked before or after.
    private async Task<Result<AskedOpinions>> AskedBeforeAsync(AskOpinionsCommand request, CancellationToken cancellationToken)
    {
        Guid[] ids = [.. request.Bodies.Select(b => ConsultationStarter.IdOf(request.CommandId, b.AgencyId, b.DepartmentId))];
        var kept = await context.Consultations.Where(c => ids.Contains(c.Id)).Select(c => c.Id).ToListAsync(cancellationToken);
        return new AskedOpinions([.. ids.Where(kept.Contains)]);
    }

    private async Task<Result<AskedOpinions>> AskAsync(AskOpinionsCommand request, EnteredTask entered, CancellationToken cancellationToken)
    {
        var (task, instance, now) = (entered.Task, entered.Instance, time.GetUtcNow());
        if (instance.IsMatter)
            return Error.RuleBroken(ConsultationErrors.NotThisStep);

        var bodies = await BodiesAsync(request, task, now, cancellationToken);
        if (bodies.IsFailure)
            return bodies.AsFailure<AskedOpinions>();
        var names = string.Join("; ", bodies.Value.Select(b => b.Unit.Name));
        var applied = await gate.ApplyAsync(entered, new Remark(task.Token, Asked), gate.Deed(entered, Asked, null), cancellationToken, names);
        if (applied.IsFailure)
            return applied.AsFailure<AskedOpinions>();

        var asking = new AskingStep(
            instance, task.Id, task.Element, task.StepName, null, callers.Caller.AccountId, callers.Caller.Name, task.AgencyId, task.AgencyName, task.DepartmentId, task.DepartmentName);
        var asked = new List<Guid>();
        foreach (var body in bodies.Value)
        {
            var opened = await starter.OpenAsync(asking, body, request.CommandId, now, cancellationToken);
            if (!opened.TryGet(out var consultation))
                return opened.AsFailure<AskedOpinions>();
            asked.Add(consultation.Id);
        }

        await drafts.KeepAsync(
            task.Id,
            kept =>
            {
                kept.Asking = null;
                return kept;
            },
            cancellationToken);
        return new AskedOpinions(asked);
    }

    // Every mistake is told at its own body and field.
    private async Task<Result<List<BodyToAsk>>> BodiesAsync(AskOpinionsCommand request, WorkTask task, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var papers = await PapersAsync(request, task, cancellationToken);
        if (papers.IsFailure)
            return papers.AsFailure<List<BodyToAsk>>();
        var open = await context.Consultations.AsNoTracking().Where(c => c.DossierId == task.DossierId && c.State == ConsultationState.Open).ToListAsync(cancellationToken);
        var last = await LimitAsync(task, now, cancellationToken);
        if (last.IsFailure)
            return last.AsFailure<List<BodyToAsk>>();
        var (bodies, errors) = (new List<BodyToAsk>(), new List<Error>());
        for (var i = 0; i < request.Bodies.Count; i++)
        {
            var (asked, place) = (request.Bodies[i], $"Bodies[{i}]");
            if (await UnitAsync(asked, cancellationToken) is not { } unit)
                errors.Add(Error.Invalid(ConsultationErrors.UnknownUnit, $"{place}.Unit"));
            else if (unit.AgencyId == task.AgencyId && (unit.DepartmentId is null ? task.DepartmentId is null : unit.DepartmentId == task.DepartmentId))
                errors.Add(Error.Invalid(ConsultationErrors.OwnUnit, $"{place}.Unit"));
            else if (open.Exists(c => c.AgencyId == unit.AgencyId && c.DepartmentId == unit.DepartmentId))
                errors.Add(Error.Invalid(ConsultationErrors.AskedTwice, $"{place}.Unit"));
            else if (await clock.DueAsync(unit.AgencyId, asked.WorkingDays, now, cancellationToken) is var due && due.IsFailure)
                errors.Add(due.Error);
            else if (last.Value is { } limit && due.Value > limit)
                errors.Add(Error.Invalid(ConsultationErrors.BeyondLimit, $"{place}.WorkingDays", Moments.Write(limit)));
            else
                bodies.Add(new BodyToAsk(
                    unit, asked.Part, TaskCommandRules.Tidy(asked.Questions), asked.WorkingDays, asked.Part == ConsultationPart.Decides ? asked.Silence : SilenceRule.Escalates,
                    string.IsNullOrWhiteSpace(asked.SilenceBasis) ? null : TaskCommandRules.Tidy(asked.SilenceBasis), asked.NamesApplicant,
                    [.. asked.Files.Distinct().Select(id => papers.Value[id])], place));
        }

        return errors.Count > 0 ? errors : bodies;
    }

    private async Task<Result<DateTimeOffset?>> LimitAsync(WorkTask task, DateTimeOffset now, CancellationToken cancellationToken) =>
        await dossiers.OpinionLimitAsync(task.DossierId, cancellationToken) is { } limit
            ? (await clock.LastAsync(task.AgencyId, limit, now, cancellationToken)).Map(last => (DateTimeOffset?)last)
            : (DateTimeOffset?)null;

    private async Task<Result<Dictionary<Guid, ConsultationFile>>> PapersAsync(AskOpinionsCommand request, WorkTask task, CancellationToken cancellationToken)
    {
        var wanted = request.Bodies.SelectMany(b => b.Files).ToHashSet();
        if (wanted.Count == 0)
            return new Dictionary<Guid, ConsultationFile>();
        var dossier = await dossiers.ReadForOfficerAsync(task.DossierId, task.StepName, cancellationToken);
        if (!dossier.TryGet(out var read))
            return dossier.AsFailure<Dictionary<Guid, ConsultationFile>>();
        var known = read.Components.SelectMany(c => c.Files.Select(f => new ConsultationFile { FileId = f.Id, Paper = c.Name, Name = f.Name, ContentType = f.ContentType, Length = f.Length }))
            .Where(f => wanted.Contains(f.FileId)).DistinctBy(f => f.FileId).ToDictionary(f => f.FileId);
        return known.Count == wanted.Count ? known : Error.Invalid(ConsultationErrors.FileNotOfDossier, "Files");
    }

    private async Task<UnitInfo?> UnitAsync(AskedBody body, CancellationToken cancellationToken)
    {
        if (await organisation.FindAgencyAsync(body.AgencyId, cancellationToken) is not { } agency)
            return null;
        if (body.DepartmentId is not { } id)
            return new UnitInfo(agency.Id, agency.Name, null, null);
        var departments = await organisation.DepartmentsAsync(agency.Id, cancellationToken);
        return departments.FirstOrDefault(d => d.Id == id) is { } department ? new UnitInfo(agency.Id, agency.Name, id, department.Name) : null;
    }
}
