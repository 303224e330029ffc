using Microsoft.EntityFrameworkCore;
using OneStop.Approvals.Data;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Results;

namespace OneStop.Approvals.Features.RecordSimulation;

/// <summary>How far a simulation is, and at its end the report or why there is none.</summary>
[Requires(Permissions.SystemOnly)]
internal sealed record RecordSimulationCommand(Guid Id, int Progress, string? Report, string? ErrorCode) : ICommand;

internal sealed class RecordSimulationHandler(ApprovalsDbContext context, TimeProvider time) : IHandler<RecordSimulationCommand, Done>
{
    public async Task<Result<Done>> Handle(RecordSimulationCommand request, CancellationToken cancellationToken)
    {
        if (await context.Simulations.SingleOrDefaultAsync(r => r.Id == request.Id && r.FinishedAt == null, cancellationToken) is not { } run)
            return Done.Value;
        run.Progress = request.Progress;
        if (request is { Progress: 0 })
            run.Attempts++;
        if (request.Report is null && request.ErrorCode is null)
            return Done.Value;
        run.Report = request.Report;
        run.ErrorCode = request.ErrorCode;
        run.FinishedAt = time.GetUtcNow();
        run.DueAt = null;
        run.LeasedUntil = null;
        return Done.Value;
    }
}
