using System.Globalization;
using OneStop.Approvals.Contracts;
using OneStop.Approvals.Contracts.Events;
using OneStop.Approvals.Data;
using OneStop.Approvals.Domain;
using OneStop.Identity.Contracts;
using OneStop.Kernel.Results;
using OneStop.Kernel.Security;
using OneStop.Kernel.Time;
using OneStop.Organisation.Contracts;

namespace OneStop.Approvals.Runtime;

/// <summary>The step that asks: a task of an officer, or a service of the process itself.</summary>
internal sealed record AskingStep(
    ProcessInstance Instance, Guid? TaskId, string Element, string StepName, int? WaitingToken, Guid? AskerId, string AskerName, Guid AgencyId, string AgencyName,
    Guid? DepartmentId, string? DepartmentName);

/// <summary>One body and what it is asked. <paramref name="Place"/> names the field that a mistake is told at.</summary>
internal sealed record BodyToAsk(
    UnitInfo Unit, ConsultationPart Part, string Questions, int WorkingDays, SilenceRule Silence, string? SilenceBasis, bool NamesApplicant,
    IReadOnlyList<ConsultationFile> Files, string Place)
{
    /// <summary>The last moment that the law leaves, whatever the days.</summary>
    public DateTimeOffset? NoLaterThan { get; init; }
}

/// <summary>Opens a consultation: its row, and the matter that brings it into the inbox of the body.</summary>
internal sealed class ConsultationStarter(
    ApprovalsDbContext context, ConsultationClock clock, MatterStarter starter, IOrganisationDirectory organisation, HeadNotices notices, IFieldProtector protector)
{
    public static Guid IdOf(Guid commandId, Guid agencyId, Guid? departmentId) => DerivedId.From(commandId, $"consultation {agencyId:N} {departmentId:N}");

    public async Task<Result<Consultation>> OpenAsync(AskingStep asking, BodyToAsk body, Guid commandId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (!await IsStaffedAsync(body.Unit, now, cancellationToken))
            return Error.Invalid(ConsultationErrors.NobodyThere, $"{body.Place}.Unit", body.Unit.Name);
        var due = await clock.DueAsync(body.Unit.AgencyId, body.WorkingDays, now, cancellationToken);
        if (due.IsFailure)
            return due.AsFailure<Consultation>();
        var dueAt = body.NoLaterThan < due.Value ? body.NoLaterThan.Value : due.Value;
        var consultation = new Consultation
        {
            Id = IdOf(commandId, body.Unit.AgencyId, body.Unit.DepartmentId),
            DossierId = asking.Instance.DossierId,
            DossierCode = asking.Instance.DossierCode,
            AskingInstanceId = asking.Instance.Id,
            AskingTaskId = asking.TaskId,
            AskingElement = asking.Element,
            AskingStep = asking.StepName,
            WaitingToken = asking.WaitingToken,
            AskerId = asking.AskerId,
            AskerName = asking.AskerName,
            AskingAgencyId = asking.AgencyId,
            AskingAgencyName = asking.AgencyName,
            AskingDepartmentId = asking.DepartmentId,
            AskingDepartmentName = asking.DepartmentName,
            AgencyId = body.Unit.AgencyId,
            AgencyName = body.Unit.AgencyName,
            DepartmentId = body.Unit.DepartmentId,
            DepartmentName = body.Unit.DepartmentName,
            Part = body.Part,
            Silence = body.Silence,
            SilenceBasis = body.SilenceBasis,
            Questions = protector.Protect(body.Questions),
            NamesApplicant = body.NamesApplicant,
            AskedAt = now,
            AllowedMinutes = await clock.MinutesAsync(body.Unit.AgencyId, now, dueAt, cancellationToken),
        };
        consultation.SetDue(dueAt);
        context.Consultations.Add(consultation);
        foreach (var file in body.Files)
            context.ConsultationFiles.Add(new ConsultationFile
            {
                ConsultationId = consultation.Id, FileId = file.FileId, Paper = file.Paper, Name = file.Name, ContentType = file.ContentType, Length = file.Length,
            });

        var started = await starter.StartAsync(Matter(consultation), cancellationToken);
        if (started.IsFailure)
            return started.AsFailure<Consultation>();
        context.Raise(
            new ConsultationAsked(
                consultation.DossierId, consultation.Id, consultation.AskingTaskId, consultation.AskerId, consultation.AskerName, consultation.AgencyId, consultation.AgencyName,
                consultation.DepartmentName, consultation.Part == ConsultationPart.Decides, now, consultation.DueAt, consultation.AllowedMinutes),
            now);
        foreach (var task in context.Tasks.Local.Where(t => t.ConsultationId == consultation.Id && t.IsOpen).ToList())
            notices.Tell(
                await notices.HoldersOfAsync(task, cancellationToken), "Consulted", ApprovalsUrls.TaskOf(task.Id), consultation.DossierCode, consultation.AskingUnit, Moments.Write(consultation.DueAt));
        return consultation;
    }

    // A question that nobody can answer would only ever be silence.
    public async Task<bool> IsStaffedAsync(UnitInfo unit, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (unit.DepartmentId is { } department && (await organisation.HoldersAsync(unit.AgencyId, department, Roles.DepartmentHead, now.VietnamDate(), cancellationToken)).Count > 0)
            return true;
        return (await organisation.HoldersAsync(unit.AgencyId, null, Roles.AgencyLeader, now.VietnamDate(), cancellationToken)).Count > 0;
    }

    private static MatterStart Matter(Consultation consultation) => new(
        consultation.DossierId, consultation.Id, Matters.Consultation, consultation.AgencyId, DerivedId.From(consultation.Id, "start"),
        new Dictionary<string, string> { ["dueAt"] = consultation.DueAt.ToString("O", CultureInfo.InvariantCulture) }, consultation.AskedAt)
        {
            DepartmentId = consultation.DepartmentId, AskedById = consultation.AskerId, AskedByName = consultation.AskerName, HidesApplicant = !consultation.NamesApplicant,
        };
}
