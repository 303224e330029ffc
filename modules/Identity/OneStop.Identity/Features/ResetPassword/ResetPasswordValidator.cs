using FluentValidation;
using OneStop.Identity.Domain;

namespace OneStop.Identity.Features.ResetPassword;

internal sealed class ResetPasswordValidator : AbstractValidator<ResetPassword>
{
    public ResetPasswordValidator()
    {
        RuleFor(r => r.Password).NotEmpty().WithErrorCode(IdentityErrors.PasswordRequired);
        RuleFor(r => r.PasswordAgain).Equal(r => r.Password).WithErrorCode(IdentityErrors.PasswordsDiffer);
    }
}
