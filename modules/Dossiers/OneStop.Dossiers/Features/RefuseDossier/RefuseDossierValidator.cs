using FluentValidation;
using OneStop.Dossiers.Domain;
using OneStop.Kernel.Results;

namespace OneStop.Dossiers.Features.RefuseDossier;

internal sealed class RefuseDossierValidator : AbstractValidator<RefuseDossier>
{
    public RefuseDossierValidator()
    {
        RuleFor(r => r.Reason).Cascade(CascadeMode.Stop)
            .NotEmpty().WithErrorCode(DeskErrors.ReasonMissing)
            .MaximumLength(Dossier.ReasonLength).WithErrorCode(CommonErrors.TooLong).WithState(_ => new object?[] { Dossier.ReasonLength });
        RuleFor(r => r.LegalBasis).Cascade(CascadeMode.Stop)
            .NotEmpty().WithErrorCode(DossierErrors.LegalBasisMissing)
            .MaximumLength(Dossier.ReasonLength).WithErrorCode(CommonErrors.TooLong).WithState(_ => new object?[] { Dossier.ReasonLength });
    }
}
