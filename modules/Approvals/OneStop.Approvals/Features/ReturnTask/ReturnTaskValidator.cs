using FluentValidation;
using OneStop.Approvals.Domain;
using OneStop.Approvals.Runtime;

namespace OneStop.Approvals.Features.ReturnTask;

internal sealed class ReturnTaskValidator : AbstractValidator<ReturnTaskCommand>
{
    public ReturnTaskValidator()
    {
        this.CommandRules();
        RuleFor(c => c.ToElement).NotEmpty().WithErrorCode(ApprovalErrors.NotAnEarlierStep);
        RuleFor(c => c.Reason).ReasonGiven();
    }
}
