using FluentValidation;
using Microsoft.EntityFrameworkCore;
using OneStop.Approvals.Data;
using OneStop.Approvals.Domain;
using OneStop.Approvals.Runtime;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Results;
using OneStop.Kernel.Time;

namespace OneStop.Approvals.Features.RetireVersion;

/// <summary>From a day on no dossier starts on the version. The one before it, or the default process of the level, takes its place.</summary>
[Requires(Permissions.Design)]
internal sealed record RetireVersionCommand(Guid VersionId, DateOnly? From, string Reason) : ICommand, IAudited
{
    public string? AuditSubject => VersionId.ToString();

    public string? AuditReason => Reason;
}

internal sealed class RetireVersionValidator : AbstractValidator<RetireVersionCommand>
{
    public RetireVersionValidator()
    {
        RuleFor(c => c.From).NotNull().WithErrorCode(CommonErrors.Required);
        RuleFor(c => c.Reason).ReasonGiven();
    }
}

internal sealed class RetireVersionHandler(ApprovalsDbContext context, TimeProvider time) : IHandler<RetireVersionCommand, Done>
{
    public async Task<Result<Done>> Handle(RetireVersionCommand request, CancellationToken cancellationToken)
    {
        if (await context.ProcessVersions.SingleOrDefaultAsync(v => v.Id == request.VersionId, cancellationToken) is not { } version)
            return Error.NotFound(ApprovalErrors.VersionMissing);
        if (request.From < time.GetUtcNow().VietnamDate())
            return Error.Invalid(ApprovalErrors.VersionInPast, nameof(request.From));
        version.RetiredFrom = request.From;
        return Done.Value;
    }
}
