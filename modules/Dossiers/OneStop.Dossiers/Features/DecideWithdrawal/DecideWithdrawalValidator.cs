using FluentValidation;
using OneStop.Dossiers.Domain;
using OneStop.Kernel.Results;

namespace OneStop.Dossiers.Features.DecideWithdrawal;

internal sealed class DecideWithdrawalValidator : AbstractValidator<DecideWithdrawal>
{
    public DecideWithdrawalValidator()
    {
        RuleFor(r => r.Grant).NotNull().WithErrorCode(DeskErrors.DecisionMissing);
        RuleFor(r => r.Reason).NotEmpty().When(r => r.Grant == false).WithErrorCode(DeskErrors.ReasonMissing);
        RuleFor(r => r.Reason)
            .MaximumLength(Dossier.ReasonLength).WithErrorCode(CommonErrors.TooLong).WithState(_ => new object?[] { Dossier.ReasonLength });
    }
}
