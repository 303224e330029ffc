using FluentValidation;
using OneStop.Dossiers.Domain;
using OneStop.Kernel.Results;

namespace OneStop.Dossiers.Features.AskSupplementAtDesk;

internal sealed class AskSupplementAtDeskValidator : AbstractValidator<AskSupplementAtDesk>
{
    public AskSupplementAtDeskValidator()
    {
        RuleFor(r => r.Items).Cascade(CascadeMode.Stop)
            .NotEmpty().WithErrorCode(DossierErrors.ItemsMissing)
            .MaximumLength(SupplementRequest.ItemsLength).WithErrorCode(CommonErrors.TooLong).WithState(_ => new object?[] { SupplementRequest.ItemsLength });
        RuleFor(r => r.Reason).Cascade(CascadeMode.Stop)
            .NotEmpty().WithErrorCode(DeskErrors.ReasonMissing)
            .MaximumLength(Dossier.ReasonLength).WithErrorCode(CommonErrors.TooLong).WithState(_ => new object?[] { Dossier.ReasonLength });
    }
}
