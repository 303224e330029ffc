using FluentValidation;
using OneStop.Identity.Domain;
using OneStop.Kernel.Results;
using OneStop.Kernel.Time;

namespace OneStop.Identity.Features.EditProfile;

internal sealed class EditProfileValidator : AbstractValidator<EditProfile>
{
    public EditProfileValidator(TimeProvider time)
    {
        RuleFor(r => r.Name).MaximumLength(150).WithErrorCode(CommonErrors.TooLong).WithState(_ => new object?[] { 150 });
        RuleFor(r => r.Address).MaximumLength(300).WithErrorCode(CommonErrors.TooLong).WithState(_ => new object?[] { 300 })
            .Must(a => a is null || !a.Any(char.IsControl)).WithErrorCode(CommonErrors.BadCharacters);
        RuleFor(r => r.Phone).Must(p => string.IsNullOrWhiteSpace(p) || PhoneNumber.Normalise(p) is not null).WithErrorCode(IdentityErrors.PhoneInvalid);
        RuleFor(r => r.BirthDate).Must(d => d is null || d <= time.GetUtcNow().VietnamDate()).WithErrorCode(IdentityErrors.BirthDateFuture);
        RuleFor(r => r.Culture).Must(c => c is "vi" or "en").WithErrorCode(CommonErrors.BadFormat);
    }
}
