using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using OneStop.Approvals.Data;
using OneStop.Approvals.Domain;
using OneStop.Approvals.Drawing;
using OneStop.Approvals.Runtime;
using OneStop.Approvals.Simulation;
using OneStop.Kernel.Callers;
using OneStop.Kernel.Data;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Results;
using OneStop.Kernel.Time;

namespace OneStop.Approvals.Features.AskSimulation;

/// <summary>Asks for a simulation of a draft or a published version; a worker plays it.</summary>
[Requires(Permissions.Design)]
internal sealed record AskSimulationCommand(Guid ProcessId, SimulationRequest Request) : ICommand<Guid>, IAudited
{
    public string? AuditSubject => ProcessId.ToString();
}

internal sealed class AskSimulationHandler(ApprovalsDbContext context, SimulationSignal signal, ICallerContext callers, TimeProvider time) : IHandler<AskSimulationCommand, Guid>
{
    /// <summary>Older runs of a process give way: they are a tool, not a record.</summary>
    private const int Kept = 20;

    public async Task<Result<Guid>> Handle(AskSimulationCommand request, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var version = await context.ProcessVersions.Where(v => v.Id == request.ProcessId).Select(v => new { v.Key, v.Name }).SingleOrDefaultAsync(cancellationToken);
        var draft = version is null ? await context.ProcessDrafts.AsNoTracking().SingleOrDefaultAsync(d => d.Id == request.ProcessId, cancellationToken) : null;
        if (version is null && draft is null)
            return Error.NotFound(ApprovalErrors.VersionMissing);
        if (draft is not null && DraftCheck.Of(draft.Xml).Count > 0)
            return Error.RuleBroken(ApprovalErrors.SimulationOfBrokenDraft);

        var key = version?.Key ?? draft!.Key;
        var today = now.VietnamDate();
        var inForce = await context.ProcessVersions.Where(v => v.Key == key && v.ValidFrom <= today && (v.RetiredFrom == null || v.RetiredFrom > today))
            .OrderByDescending(v => v.ValidFrom).ThenByDescending(v => v.Number).Select(v => (Guid?)v.Id).FirstOrDefaultAsync(cancellationToken);
        var run = new SimulationRun
        {
            Id = EntityId.New(now),
            Key = key,
            Name = version?.Name ?? draft!.Name,
            VersionId = version is null ? null : request.ProcessId,
            DraftId = draft?.Id,
            BesideId = inForce,
            AskedById = callers.Caller.AccountId,
            AskedByName = callers.Caller.Name,
            AskedAt = now,
            Request = JsonSerializer.Serialize(request.Request),
            DueAt = now,
        };
        context.Simulations.Add(run);
        context.Simulations.RemoveRange(await context.Simulations.Where(r => r.Key == key).OrderByDescending(r => r.AskedAt).Skip(Kept - 1).ToListAsync(cancellationToken));
        context.AfterCommit(signal.Wake);
        return run.Id;
    }
}
