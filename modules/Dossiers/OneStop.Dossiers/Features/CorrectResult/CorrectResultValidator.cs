using FluentValidation;
using OneStop.Dossiers.Domain;
using OneStop.Kernel.Results;

namespace OneStop.Dossiers.Features.CorrectResult;

internal sealed class CorrectResultValidator : AbstractValidator<CorrectResult>
{
    private const int LongestSubject = 500;
    private const int LongestBody = 100_000;

    public CorrectResultValidator()
    {
        RuleFor(r => r.Subject).Must(text => !string.IsNullOrWhiteSpace(text)).WithErrorCode(CommonErrors.Required).MaximumLength(LongestSubject).WithErrorCode(CommonErrors.TooLong);
        RuleFor(r => r.Body).Must(text => !string.IsNullOrWhiteSpace(text)).WithErrorCode(CommonErrors.Required).MaximumLength(LongestBody).WithErrorCode(CommonErrors.TooLong);
        RuleFor(r => r.Reason).Must(text => !string.IsNullOrWhiteSpace(text)).WithErrorCode(DeskErrors.ReasonMissing).MaximumLength(Dossier.ReasonLength).WithErrorCode(CommonErrors.TooLong);
    }
}
