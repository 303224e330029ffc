using FluentValidation;
using OneStop.Identity.Domain;
using OneStop.Kernel.Results;
using OneStop.Kernel.Time;

namespace OneStop.Identity.Features.Register;

internal sealed class RegisterValidator : AbstractValidator<Register>
{
    public RegisterValidator(TimeProvider time)
    {
        RuleLevelCascadeMode = CascadeMode.Stop;
        RuleFor(r => r.Name).NotEmpty().WithErrorCode(IdentityErrors.NameRequired)
            .MaximumLength(150).WithErrorCode(CommonErrors.TooLong).WithState(_ => new object?[] { 150 })
            .Must(n => !n!.Any(char.IsControl)).WithErrorCode(CommonErrors.BadCharacters);
        RuleFor(r => r.BirthDate).NotNull().WithErrorCode(IdentityErrors.BirthDateInvalid)
            .Must(d => d <= time.GetUtcNow().VietnamDate()).WithErrorCode(IdentityErrors.BirthDateFuture)
            .Must(d => d > time.GetUtcNow().VietnamDate().AddYears(-130)).WithErrorCode(IdentityErrors.BirthDateInvalid);
        RuleFor(r => r.Phone).Must(p => PhoneNumber.Normalise(p) is not null).WithErrorCode(IdentityErrors.PhoneInvalid);
        RuleFor(r => r.Email).EmailAddressOfOurs();
        RuleFor(r => r.Password).NotEmpty().WithErrorCode(IdentityErrors.PasswordRequired);
        RuleFor(r => r.PasswordAgain).Equal(r => r.Password).WithErrorCode(IdentityErrors.PasswordsDiffer);
        RuleFor(r => r.TermsAccepted).Equal(true).WithErrorCode(IdentityErrors.TermsNotAccepted);
    }
}
