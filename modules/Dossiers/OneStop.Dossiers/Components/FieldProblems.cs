using OneStop.Catalogue.Contracts;
using OneStop.Kernel.Results;
using OneStop.Kernel.Texts;
using OneStop.UI;

namespace OneStop.Dossiers.Components;

// Errors at fields as the form shows them; errors without a field belong to the whole form.
internal static class FieldProblems
{
    public static IReadOnlyList<FieldProblem> Of(IEnumerable<Error> errors, IErrorTexts texts) =>
        [.. errors.Select(e => new FieldProblem(e.Field ?? "", texts.Describe(e)))];

    public static IReadOnlyList<FieldProblem> Of(IEnumerable<Error> errors, IErrorTexts texts, FormSection section) =>
        [.. errors.Select(e => new FieldProblem(e.Field ?? "", texts.Describe(e), section.Fields.FirstOrDefault(f => f.Key == e.Field)?.Label.ToString()))];
}
