using System.Text.Json;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using OneStop.Approvals.Data;
using OneStop.Approvals.Domain;
using OneStop.Approvals.Engine.Execution;
using OneStop.Approvals.Runtime;
using OneStop.Kernel.Callers;
using OneStop.Kernel.Data;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Results;

namespace OneStop.Approvals.Features.StartMigration;

/// <summary>Decides that the running instances of one version go on with another. Each of them is then moved in a transaction of its own, as soon as it rests.</summary>
[Requires(Permissions.Operate)]
internal sealed record StartMigrationCommand(Guid RunId, Guid FromVersionId, Guid ToVersionId, IReadOnlyDictionary<string, string> Mapping, string Why) : ICommand<Guid>, IAudited
{
    public string? AuditSubject => RunId.ToString();

    public string? AuditReason => Why.Length <= IncidentCommandRules.LongestAudited ? Why : Why[..IncidentCommandRules.LongestAudited];
}

internal sealed class StartMigrationValidator : AbstractValidator<StartMigrationCommand>
{
    public StartMigrationValidator()
    {
        RuleFor(c => c.RunId).NotEmpty().WithErrorCode(CommonErrors.Required);
        RuleFor(c => c.Why).ReasonGiven();
    }
}

internal sealed class StartMigrationHandler(ApprovalsDbContext context, MigrationDesk desk, MigrationSignal signal, IDatabase database, ICallerContext callers, TimeProvider time)
    : IHandler<StartMigrationCommand, Guid>
{
    public async Task<Result<Guid>> Handle(StartMigrationCommand request, CancellationToken cancellationToken)
    {
        await database.LockAsync(context, $"approvals:migrate:{request.FromVersionId}", cancellationToken);
        if (await context.MigrationRuns.AnyAsync(r => r.Id == request.RunId, cancellationToken))
            return request.RunId;
        var mapped = await desk.MapAsync(request.FromVersionId, request.ToVersionId, request.Mapping, cancellationToken);
        if (mapped.IsFailure)
            return mapped.AsFailure<Guid>();
        var running = await context.Instances.Where(i => i.ProcessVersionId == request.FromVersionId && i.Status == InstanceStatus.Running)
            .Select(i => new { i.Id, i.DossierCode }).ToListAsync(cancellationToken);
        if (running.Count == 0)
            return Error.RuleBroken(ApprovalErrors.NothingToMigrate);

        var now = time.GetUtcNow();
        context.MigrationRuns.Add(new MigrationRun
        {
            Id = request.RunId,
            Key = await context.ProcessVersions.Where(v => v.Id == request.FromVersionId).Select(v => v.Key).SingleAsync(cancellationToken),
            FromVersionId = request.FromVersionId,
            ToVersionId = request.ToVersionId,
            Mapping = JsonSerializer.Serialize(request.Mapping),
            Why = TaskCommandRules.Tidy(request.Why),
            StartedAt = now,
            StartedById = callers.Caller.AccountId,
            StartedByName = callers.Caller.Name,
        });
        foreach (var instance in running)
            context.MigrationItems.Add(new MigrationItem { Id = EntityId.New(now), RunId = request.RunId, InstanceId = instance.Id, DossierCode = instance.DossierCode, DueAt = now });
        context.AfterCommit(signal.Wake);
        return request.RunId;
    }
}
