using FluentValidation;
using OneStop.Dossiers.Domain;
using OneStop.Kernel.Results;

namespace OneStop.Dossiers.Features.RevokeResult;

internal sealed class RevokeResultValidator : AbstractValidator<RevokeResult>
{
    public RevokeResultValidator() =>
        RuleFor(r => r.Reason).Must(text => !string.IsNullOrWhiteSpace(text)).WithErrorCode(DeskErrors.ReasonMissing).MaximumLength(Dossier.ReasonLength).WithErrorCode(CommonErrors.TooLong);
}
