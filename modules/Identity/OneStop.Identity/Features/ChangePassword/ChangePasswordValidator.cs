using FluentValidation;
using OneStop.Identity.Domain;

namespace OneStop.Identity.Features.ChangePassword;

internal sealed class ChangePasswordValidator : AbstractValidator<ChangePassword>
{
    public ChangePasswordValidator()
    {
        RuleFor(r => r.Current).NotEmpty().WithErrorCode(IdentityErrors.WrongPassword);
        RuleFor(r => r.Password).NotEmpty().WithErrorCode(IdentityErrors.PasswordRequired);
        RuleFor(r => r.PasswordAgain).Equal(r => r.Password).WithErrorCode(IdentityErrors.PasswordsDiffer);
    }
}
