using FluentValidation;
using OneStop.Dossiers.Domain;
using OneStop.Kernel.Results;

namespace OneStop.Dossiers.Features.ReturnResultAtDesk;

internal sealed class ReturnResultAtDeskValidator : AbstractValidator<ReturnResultAtDesk>
{
    public ReturnResultAtDeskValidator()
    {
        RuleFor(r => r.ReceivedBy).Cascade(CascadeMode.Stop)
            .NotEmpty().WithErrorCode(DeskErrors.ReceiverMissing)
            .MaximumLength(Applicant.NameLength).WithErrorCode(CommonErrors.TooLong).WithState(_ => new object?[] { Applicant.NameLength });
        RuleFor(r => r.Method).Must(m => m is not null && ReturnMethods.All.Contains(m)).WithErrorCode(DeskErrors.MethodMissing);
    }
}
