using FluentValidation;
using OneStop.Approvals.Domain;
using OneStop.Approvals.Runtime;

namespace OneStop.Approvals.Features.ReassignTask;

internal sealed class ReassignTaskValidator : AbstractValidator<ReassignTaskCommand>
{
    public ReassignTaskValidator()
    {
        this.CommandRules();
        RuleFor(c => c.AccountId).NotEmpty().WithErrorCode(ApprovalErrors.NotAHolder);
        RuleFor(c => c.Reason).ReasonGiven();
    }
}
