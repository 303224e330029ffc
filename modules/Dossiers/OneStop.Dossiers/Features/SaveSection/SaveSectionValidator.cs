using FluentValidation;
using OneStop.Dossiers.Domain;
using OneStop.Dossiers.Forms;

namespace OneStop.Dossiers.Features.SaveSection;

internal sealed class SaveSectionValidator : AbstractValidator<SaveSection>
{
    public SaveSectionValidator() =>
        RuleFor(r => r.Values).Must(v => v.Values.Sum(t => (long)t.Length) <= InputText.MostKept)
            .WithErrorCode(FormErrors.TooMuchText).WithState(_ => new object?[] { InputText.MostKept });
}
