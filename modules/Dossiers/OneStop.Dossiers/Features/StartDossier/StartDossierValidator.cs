using FluentValidation;
using OneStop.Dossiers.Domain;
using OneStop.Kernel.Results;

namespace OneStop.Dossiers.Features.StartDossier;

internal sealed class StartDossierValidator : AbstractValidator<StartDossier>
{
    public StartDossierValidator()
    {
        RuleFor(r => r.ProcedureCode).NotEmpty().MaximumLength(40).WithErrorCode(DossierErrors.UnknownProcedure);
        RuleFor(r => r.PlaceCode).NotEmpty().MaximumLength(20).WithErrorCode(DossierErrors.UnknownPlace);
        RuleFor(r => r.ClientKey).NotEmpty().MaximumLength(80).WithErrorCode(CommonErrors.BadFormat);
    }
}
