using Microsoft.EntityFrameworkCore;
using OneStop.Approvals.Contracts;
using OneStop.Approvals.Data;
using OneStop.Approvals.Domain;
using OneStop.Kernel.Callers;
using OneStop.Kernel.Results;

namespace OneStop.Approvals.Runtime;

/// <summary>What waits for a body that takes part in deciding, and who may speak for the one that asks.</summary>
internal sealed class ConsultationGuard(ApprovalsDbContext context)
{
    /// <summary>
    /// The step that asked does not end before the answers, whoever has it meanwhile; and nobody signs or refuses the dossier over an open one.
    /// </summary>
    public async Task<Error?> CheckAsync(ProcessInstance instance, WorkTask task, bool decides, CancellationToken cancellationToken)
    {
        if (instance.IsMatter)
            return null;
        var awaited = await context.Consultations.AsNoTracking()
            .Where(c => c.AskingInstanceId == instance.Id && c.State == ConsultationState.Open && c.Part == ConsultationPart.Decides && (decides || c.AskingElement == task.Element))
            .OrderBy(c => c.AskedAt).ToListAsync(cancellationToken);
        return awaited.Count == 0 ? null : Error.RuleBroken(ConsultationErrors.StillAwaited, string.Join("; ", awaited.Select(c => c.BodyName)));
    }

    public static bool Decides(string? deed) => deed == StepDeeds.SignResult;

    /// <summary>Tasks of the dossier's own process that let the caller read it; a consulted body has none.</summary>
    public async Task<IReadOnlyList<WorkTask>> OwnTasksAsync(Caller caller, Guid dossierId, CancellationToken cancellationToken)
    {
        var tasks = await context.Tasks.AsNoTracking().Where(t => t.DossierId == dossierId && t.ConsultationId == null).ToListAsync(cancellationToken);
        return tasks.FindAll(task => TaskAuthority.MayRead(caller, task));
    }

    /// <summary>Those who work on the dossier itself, and the asking unit where the process asks and has no task.</summary>
    public async Task<bool> MayReadAnswerAsync(Caller caller, Consultation consultation, CancellationToken cancellationToken)
    {
        var own = await OwnTasksAsync(caller, consultation.DossierId, cancellationToken);
        return own.Count > 0 || MayPassOver(caller, consultation) || SpeaksForAsker(caller, consultation, own);
    }

    /// <summary>Explains and withdraws: who asked, and whoever holds the asking step now.</summary>
    public static bool SpeaksForAsker(Caller caller, Consultation consultation, IReadOnlyList<WorkTask> own) =>
        (consultation.AskerId is { } asker && asker == caller.AccountId)
        || own.Any(t => t.InstanceId == consultation.AskingInstanceId && t.Element == consultation.AskingElement && t.IsOpen && TaskAuthority.CandidateAs(caller, t) is not null)
        || (consultation.AskerId is null && TaskAuthority.Heads(caller, consultation.AskingAgencyId, consultation.AskingDepartmentId));

    /// <summary>Goes on without a silent body: a head of the asking unit, never the one who asked, unless nobody stands above him there.</summary>
    public static bool MayPassOver(Caller caller, Consultation consultation) =>
        TaskAuthority.Heads(caller, consultation.AskingAgencyId, consultation.AskingDepartmentId)
        && (consultation.AskerId != caller.AccountId || caller.Assignments.Any(a => a.Role == Identity.Contracts.Roles.AgencyLeader && a.AgencyId == consultation.AskingAgencyId));
}
