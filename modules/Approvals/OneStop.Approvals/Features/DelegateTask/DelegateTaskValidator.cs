using FluentValidation;
using OneStop.Approvals.Domain;
using OneStop.Approvals.Runtime;

namespace OneStop.Approvals.Features.DelegateTask;

internal sealed class DelegateTaskValidator : AbstractValidator<DelegateTaskCommand>
{
    public DelegateTaskValidator()
    {
        this.CommandRules();
        RuleFor(c => c.AccountId).NotEmpty().WithErrorCode(ApprovalErrors.NotAHolder);
        RuleFor(c => c.Note).PlainText();
    }
}
