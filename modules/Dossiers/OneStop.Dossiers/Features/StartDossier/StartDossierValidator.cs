using FluentValidation;
using OneStop.Dossiers.Domain;
using OneStop.Kernel.Results;

namespace OneStop.Dossiers.Features.StartDossier;

internal sealed class StartDossierValidator : AbstractValidator<StartDossier>
{
    public StartDossierValidator()
    {
        RuleFor(r => r.ProcedureCode).Must(c => c.Length is > 0 and <= 40).WithErrorCode(DossierErrors.UnknownProcedure);
        RuleFor(r => r.PlaceCode).Must(c => c.Length is > 0 and <= 20).WithErrorCode(DossierErrors.UnknownPlace);
        RuleFor(r => r.ClientKey).Must(k => k.Length is > 0 and <= 80).WithErrorCode(CommonErrors.BadFormat);
    }
}
