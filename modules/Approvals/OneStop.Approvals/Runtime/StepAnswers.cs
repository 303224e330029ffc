using System.Globalization;
using System.Text.RegularExpressions;
using OneStop.Approvals.Domain;
using OneStop.Catalogue.Contracts;
using OneStop.Kernel.Results;
using OneStop.UI;

namespace OneStop.Approvals.Runtime;

/// <summary>Checks the answers of a step's form against its fields. What the form does not ask for is dropped.</summary>
internal static class StepAnswers
{
    private const int DefaultLength = 500;

    public static Result<Dictionary<string, string>> Check(IReadOnlyList<FormField> form, IReadOnlyDictionary<string, string> answers)
    {
        var kept = new Dictionary<string, string>(StringComparer.Ordinal);
        var errors = new List<Error>();
        foreach (var field in form)
        {
            var answer = TaskCommandRules.Tidy(answers.GetValueOrDefault(field.Key) ?? "");
            if (Problem(field, ref answer) is { } error)
                errors.Add(error);
            else if (answer.Length > 0)
                kept[field.Key] = answer;
        }

        return errors.Count > 0 ? errors : kept;
    }

    private static Error? Problem(FormField field, ref string answer)
    {
        if (answer.Length == 0)
            return field.Required ? Error.Invalid(ApprovalErrors.FieldRequired, field.Key, field.Label) : null;
        var longest = field.MaxLength == 0 ? DefaultLength : field.MaxLength;
        if (answer.Length > longest)
            return Error.Invalid(ApprovalErrors.FieldTooLong, field.Key, field.Label, longest);
        if (answer.Contains('\0', StringComparison.Ordinal))
            return Error.Invalid(CommonErrors.BadCharacters, field.Key);
        if (field.Kind is FormFieldKind.Money or FormFieldKind.Number)
        {
            // People type 1.500.000; conditions read 1500000.
            var digits = answer.Replace(".", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal);
            if (!decimal.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number > 999_999_999_999_999m)
                return Error.Invalid(ApprovalErrors.FieldNotNumber, field.Key, field.Label);
            answer = number.ToString(CultureInfo.InvariantCulture);
        }

        if (field.Kind == FormFieldKind.Date)
        {
            if (!DateText.TryRead(answer, out var day))
                return Error.Invalid(CommonErrors.BadFormat, field.Key);
            answer = DateText.Write(day)!;
        }

        var chosen = answer;
        if (field.Options is { Count: > 0 } options && !options.Any(o => o.Value == chosen))
            return Error.Invalid(CommonErrors.BadFormat, field.Key);
        return field.Pattern is { } pattern && !Regex.IsMatch(answer, pattern, RegexOptions.None, TimeSpan.FromMilliseconds(100))
            ? Error.Invalid(CommonErrors.BadFormat, field.Key)
            : null;
    }
}
