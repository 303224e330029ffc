using FluentValidation;
using OneStop.Approvals.Runtime;

namespace OneStop.Approvals.Features.RejectRequest;

internal sealed class RejectRequestValidator : AbstractValidator<RejectRequestCommand>
{
    public RejectRequestValidator()
    {
        this.CommandRules();
        RuleFor(c => c.Reason).ReasonGiven();
    }
}
