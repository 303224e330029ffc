using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using OneStop.Approvals.Data;
using OneStop.Approvals.Domain;
using OneStop.Approvals.Simulation;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Results;

namespace OneStop.Approvals.Features.ReadSimulation;

/// <summary>A simulation: how far it is, or its report.</summary>
[Requires(Permissions.Design)]
internal sealed record ReadSimulationQuery(Guid Id) : IQuery<SimulationView>;

internal sealed record SimulationView(
    Guid Id, Guid ProcessId, string Key, string Name, int? Number, int? BesideNumber, string AskedByName, DateTimeOffset AskedAt, int Progress, bool IsFinished, string? ErrorCode,
    SimulationRequest Request, SimulationOutcome? Outcome);

internal sealed class ReadSimulationHandler(ApprovalsDbContext context) : IHandler<ReadSimulationQuery, SimulationView>
{
    public async Task<Result<SimulationView>> Handle(ReadSimulationQuery request, CancellationToken cancellationToken)
    {
        if (await context.Simulations.AsNoTracking().SingleOrDefaultAsync(r => r.Id == request.Id, cancellationToken) is not { } run)
            return Error.NotFound(ApprovalErrors.SimulationMissing);
        var numbers = await context.ProcessVersions.Where(v => v.Id == run.VersionId || v.Id == run.BesideId).Select(v => new { v.Id, v.Number }).ToDictionaryAsync(v => v.Id, v => (int?)v.Number, cancellationToken);
        return new SimulationView(
            run.Id, run.VersionId ?? run.DraftId!.Value, run.Key, run.Name, run.VersionId is { } version ? numbers.GetValueOrDefault(version) : null,
            run.BesideId is { } beside ? numbers.GetValueOrDefault(beside) : null, run.AskedByName, run.AskedAt, run.Progress, run.FinishedAt is not null, run.ErrorCode,
            JsonSerializer.Deserialize<SimulationRequest>(run.Request)!, run.Report is { } report ? JsonSerializer.Deserialize<SimulationOutcome>(report) : null);
    }
}
