using Microsoft.EntityFrameworkCore;
using OneStop.Approvals.Data;
using OneStop.Approvals.Domain;
using OneStop.Approvals.Engine.Execution;
using OneStop.Kernel.Data;
using OneStop.Kernel.Results;
using OneStop.Kernel.Time;

namespace OneStop.Approvals.Runtime;

/// <summary>A matter to begin: about what, whose decision, with what on its form.</summary>
internal sealed record MatterStart(
    Guid DossierId, Guid SubjectId, string Matter, Guid AgencyId, Guid CommandId, IReadOnlyDictionary<string, string> Fields, DateTimeOffset At)
{
    public Guid? DepartmentId { get; init; }

    public Guid? AskingTaskId { get; init; }

    public Guid? AskedById { get; init; }

    public string AskedByName { get; init; } = "";

    /// <summary>Whoever has the task is not told who the applicant is.</summary>
    public bool HidesApplicant { get; init; }
}

/// <summary>Starts the process of a matter beside the dossier's own. Starting the same one twice does nothing.</summary>
internal sealed class MatterStarter(ApprovalsDbContext context, InstanceRunner runner, StateVault vault)
{
    public async Task<Result<Done>> StartAsync(MatterStart start, CancellationToken cancellationToken)
    {
        if (await context.Instances.AnyAsync(i => i.DossierId == start.DossierId && i.SubjectId == start.SubjectId, cancellationToken))
            return Done.Value;
        var own = await context.Instances.AsNoTracking().SingleOrDefaultAsync(i => i.DossierId == start.DossierId && i.SubjectId == Guid.Empty, cancellationToken);
        if (own is null)
            return Error.NotFound(ApprovalErrors.InstanceMissing);
        var day = start.At.VietnamDate();
        var version = await context.ProcessVersions.Where(v => v.Key == start.Matter && v.ValidFrom <= day)
            .OrderByDescending(v => v.Number).Select(v => (Guid?)v.Id).FirstOrDefaultAsync(cancellationToken);
        if (version is null)
            return Error.NotFound(ApprovalErrors.ProcessMissing, start.Matter);

        var instance = new ProcessInstance
        {
            Id = EntityId.New(start.At),
            ProcessVersionId = version.Value,
            DossierId = own.DossierId,
            DossierCode = own.DossierCode,
            ProcedureCode = own.ProcedureCode,
            ProcedureName = own.ProcedureName,
            Field = own.Field,
            ApplicantName = start.HidesApplicant ? "" : own.ApplicantName,
            PlaceCode = own.PlaceCode,
            ReceivingAgencyId = start.AgencyId,
            SubjectId = start.SubjectId,
            Matter = start.Matter,
            DepartmentId = start.DepartmentId,
            AskingTaskId = start.AskingTaskId,
            AskedById = start.AskedById,
            IsOnline = own.IsOnline,
            StartedAt = start.At,
            Status = InstanceStatus.New,
            State = vault.Seal(InstanceState.Empty),
        };
        context.Instances.Add(instance);
        var variables = start.Fields.ToDictionary(f => f.Key, f => (object?)f.Value, StringComparer.Ordinal);
        var command = new EngineCommand(start.CommandId, new StartInstance(variables), start.AskedByName);
        var started = await runner.ApplyAsync(instance, command, StepDeed.System, start.At, cancellationToken);
        return started.IsFailure ? started.AsFailure<Done>() : Done.Value;
    }
}
