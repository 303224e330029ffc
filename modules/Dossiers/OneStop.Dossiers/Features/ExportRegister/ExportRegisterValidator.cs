using FluentValidation;
using OneStop.Dossiers.Domain;

namespace OneStop.Dossiers.Features.ExportRegister;

internal sealed class ExportRegisterValidator : AbstractValidator<ExportRegister>
{
    private const int LongestDays = 5 * 366;

    public ExportRegisterValidator()
    {
        RuleFor(r => r.From).NotNull().WithErrorCode(RegisterErrors.DayMissing);
        RuleFor(r => r.To).NotNull().WithErrorCode(RegisterErrors.DayMissing);
        RuleFor(r => r.To).Must((r, to) => to >= r.From).WithErrorCode(RegisterErrors.EndsBeforeItBegins).When(r => r is { From: not null, To: not null });
        RuleFor(r => r.To).Must((r, to) => to!.Value.DayNumber - r.From!.Value.DayNumber <= LongestDays).WithErrorCode(RegisterErrors.TooLong).When(r => r is { From: not null, To: not null });
        RuleFor(r => r.ProcedureCode).MaximumLength(50).WithErrorCode(RegisterErrors.ProcedureMalformed);
        RuleFor(r => r.Filter).IsInEnum().WithErrorCode(RegisterErrors.ChoiceUnknown);
        RuleFor(r => r.Format).IsInEnum().WithErrorCode(RegisterErrors.ChoiceUnknown);
    }
}
