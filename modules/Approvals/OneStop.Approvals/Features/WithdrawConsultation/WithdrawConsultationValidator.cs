using FluentValidation;
using OneStop.Approvals.Runtime;
using OneStop.Kernel.Results;

namespace OneStop.Approvals.Features.WithdrawConsultation;

internal sealed class WithdrawConsultationValidator : AbstractValidator<WithdrawConsultationCommand>
{
    public WithdrawConsultationValidator()
    {
        RuleFor(c => c.ConsultationId).NotEmpty().WithErrorCode(CommonErrors.Required);
        RuleFor(c => c.CommandId).NotEmpty().WithErrorCode(CommonErrors.Required);
        RuleFor(c => c.Reason).ReasonGiven();
    }
}
