using FluentValidation;

namespace OneStop.Identity.Features.ForgotPassword;

internal sealed class ForgotPasswordValidator : AbstractValidator<ForgotPassword>
{
    public ForgotPasswordValidator() => RuleFor(r => r.Email).EmailAddressOfOurs();
}
