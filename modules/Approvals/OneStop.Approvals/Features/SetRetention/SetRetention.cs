using FluentValidation;
using Microsoft.EntityFrameworkCore;
using OneStop.Approvals.Data;
using OneStop.Approvals.Domain;
using OneStop.Approvals.Runtime;
using OneStop.Kernel.Callers;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Results;

namespace OneStop.Approvals.Features.SetRetention;

/// <summary>Switches the retention of a process on, changes it, or (without days) off. What it would remove must have been looked at: <paramref name="Shown"/> is how many were shown.</summary>
[Requires(Permissions.Operate)]
internal sealed record SetRetentionCommand(string Key, int? Days, int? Shown, long Version, string Why) : ICommand, IAudited
{
    public string? AuditSubject => Key;

    public string? AuditReason => Why.Length <= IncidentCommandRules.LongestAudited ? Why : Why[..IncidentCommandRules.LongestAudited];
}

internal sealed class SetRetentionValidator : AbstractValidator<SetRetentionCommand>
{
    public SetRetentionValidator()
    {
        RuleFor(c => c.Key).NotEmpty().WithErrorCode(CommonErrors.Required);
        RuleFor(c => c.Why).ReasonGiven();
        RuleFor(c => c.Days).Must(days => days is null or (>= RetentionRule.FewestDays and <= RetentionRule.MostDays))
            .WithErrorCode(ApprovalErrors.RetentionDays).WithState(_ => new object?[] { RetentionRule.FewestDays, RetentionRule.MostDays });
    }
}

internal sealed class SetRetentionHandler(ApprovalsDbContext context, ICallerContext callers, TimeProvider time) : IHandler<SetRetentionCommand, Done>
{
    public async Task<Result<Done>> Handle(SetRetentionCommand request, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (!await context.ProcessVersions.AnyAsync(v => v.Key == request.Key, cancellationToken))
            return Error.NotFound(ApprovalErrors.VersionMissing);
        if (request.Days is { } days && await FinishedInstances.Before(context, request.Key, now.AddDays(-days)).CountAsync(cancellationToken) is var count && count != request.Shown)
            return Error.Conflict(ApprovalErrors.RetentionNotShown, count);

        var rule = await context.RetentionRules.SingleOrDefaultAsync(r => r.Key == request.Key, cancellationToken);
        if ((rule?.Version ?? 0) != request.Version)
            return Error.Conflict(CommonErrors.ChangedMeanwhile);
        if (rule is null)
        {
            rule = new RetentionRule { Key = request.Key, Why = "", ChangedByName = "" };
            context.RetentionRules.Add(rule);
        }

        rule.Days = request.Days;
        rule.Why = TaskCommandRules.Tidy(request.Why);
        rule.ChangedAt = now;
        rule.ChangedByName = callers.Caller.Name;
        return Done.Value;
    }
}
