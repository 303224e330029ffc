using FluentValidation;
using OneStop.Approvals.Runtime;
using OneStop.Kernel.Results;

namespace OneStop.Approvals.Features.PassOver;

internal sealed class PassOverValidator : AbstractValidator<PassOverCommand>
{
    public PassOverValidator()
    {
        RuleFor(c => c.ConsultationId).NotEmpty().WithErrorCode(CommonErrors.Required);
        RuleFor(c => c.CommandId).NotEmpty().WithErrorCode(CommonErrors.Required);
        RuleFor(c => c.Reason).ReasonGiven();
    }
}
