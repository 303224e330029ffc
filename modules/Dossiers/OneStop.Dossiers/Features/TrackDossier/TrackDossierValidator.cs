using FluentValidation;
using OneStop.Dossiers.Domain;
using OneStop.Kernel.Results;

namespace OneStop.Dossiers.Features.TrackDossier;

internal sealed class TrackDossierValidator : AbstractValidator<TrackDossier>
{
    private const int LookupCodeLength = 20;

    public TrackDossierValidator()
    {
        RuleFor(r => r.Code).Cascade(CascadeMode.Stop)
            .NotEmpty().WithErrorCode(TrackingErrors.CodeRequired)
            .MaximumLength(DossierNumber.Length).WithErrorCode(CommonErrors.TooLong).WithState(_ => new object?[] { DossierNumber.Length })
            .Must(BePlain).WithErrorCode(CommonErrors.BadCharacters);
        RuleFor(r => r.LookupCode).Cascade(CascadeMode.Stop)
            .NotEmpty().WithErrorCode(TrackingErrors.LookupCodeRequired)
            .MaximumLength(LookupCodeLength).WithErrorCode(CommonErrors.TooLong).WithState(_ => new object?[] { LookupCodeLength })
            .Must(BePlain).WithErrorCode(CommonErrors.BadCharacters);
    }

    private static bool BePlain(string? text) => text is null || !text.Any(char.IsControl);
}
