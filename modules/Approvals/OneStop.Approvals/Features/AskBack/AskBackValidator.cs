using FluentValidation;
using OneStop.Approvals.Runtime;

namespace OneStop.Approvals.Features.AskBack;

internal sealed class AskBackValidator : AbstractValidator<AskBackCommand>
{
    public AskBackValidator()
    {
        this.CommandRules();
        RuleFor(c => c.Question).ReasonGiven();
    }
}
