using FluentValidation;
using OneStop.Approvals.Domain;
using OneStop.Approvals.Runtime;

namespace OneStop.Approvals.Features.ForwardTask;

internal sealed class ForwardTaskValidator : AbstractValidator<ForwardTaskCommand>
{
    public ForwardTaskValidator()
    {
        this.CommandRules();
        RuleFor(c => c.DepartmentId).NotEmpty().WithErrorCode(ApprovalErrors.UnknownUnit);
        RuleFor(c => c.Reason).ReasonGiven();
    }
}
