using System.Globalization;
using System.Net.Mail;
using System.Text.RegularExpressions;
using OneStop.Catalogue.Contracts;
using OneStop.Dossiers.Domain;
using OneStop.Identity.Contracts;
using OneStop.Kernel.Results;
using OneStop.UI;

namespace OneStop.Dossiers.Forms;

// One answer after checking: the value as it is stored, or what is wrong with it.
internal readonly record struct CheckedAnswer(string Value, Error? Error)
{
    public static CheckedAnswer Good(string value) => new(value, null);

    public static CheckedAnswer Bad(string raw, string code, string field, params object?[] args) => new(raw, Kernel.Results.Error.Invalid(code, field, args));
}

// The rules of every kind of form field. Stored values: dates yyyy-MM-dd, numbers and amounts as digits, phones as digits, a tick as "true".
internal sealed partial class AnswerRules(ICitizenNumberRules citizenNumbers)
{
    private const int DefaultMaxLength = 500;
    private const int DefaultLongMaxLength = 5000;
    private const int NumberDigits = 15;
    private static readonly DateOnly Oldest = new(1900, 1, 1);

    // neighbours: the other answers, for the birth date that goes with a citizen number.
    public CheckedAnswer Check(FormField field, string? raw, IReadOnlyDictionary<string, string> neighbours, DateOnly today, Func<string, bool> isPlace)
    {
        var kept = field.Kind == FormFieldKind.LongText ? InputText.Keep(raw) : InputText.KeepLine(raw);
        if (kept.Length == 0)
            return field.Required ? CheckedAnswer.Bad("", IsChoice(field) ? FormErrors.ChooseOne : FormErrors.Required, field.Key, field.Label.ToString()) : CheckedAnswer.Good("");

        var limit = LimitOf(field);
        switch (InputText.Check(kept, limit))
        {
            case TextFault.DirectionOverride:
                return CheckedAnswer.Bad(kept, FormErrors.DirectionOverride, field.Key);
            case TextFault.TooLong:
                return CheckedAnswer.Bad(kept, FormErrors.TooLong, field.Key, limit, kept.Length);
        }

        var answer = field.Kind switch
        {
            FormFieldKind.Number => Digits(field, kept, FormErrors.NotANumber),
            FormFieldKind.Money => Digits(field, kept, FormErrors.NotAnAmount),
            FormFieldKind.Date => Date(field.Key, kept, field.NotInFuture, today),
            FormFieldKind.Radio or FormFieldKind.Select => field.Options?.Any(o => o.Value == kept) == true ? CheckedAnswer.Good(kept) : CheckedAnswer.Bad(kept, FormErrors.UnknownOption, field.Key),
            FormFieldKind.Checkbox => CheckedAnswer.Good("true"),
            FormFieldKind.CitizenNumber => CitizenNumber(field.Key, kept, BirthDateBeside(field.Key, neighbours)),
            FormFieldKind.Phone => Phone(field.Key, kept),
            FormFieldKind.Email => Email(field.Key, kept),
            FormFieldKind.Place => isPlace(kept) ? CheckedAnswer.Good(kept) : CheckedAnswer.Bad(kept, FormErrors.UnknownPlace, field.Key),
            _ => CheckedAnswer.Good(kept),
        };
        return answer.Error is null && field.Pattern is not null && !Regex.IsMatch(answer.Value, $"^(?:{field.Pattern})$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)
            ? CheckedAnswer.Bad(kept, FormErrors.WrongPattern, field.Key, field.Hint?.ToString() ?? field.Label.ToString())
            : answer;
    }

    private static bool IsChoice(FormField field) => field.Kind is FormFieldKind.Radio or FormFieldKind.Select or FormFieldKind.Place;

    public static int LimitOf(FormField field) =>
        field.MaxLength > 0 ? field.MaxLength : field.Kind == FormFieldKind.LongText ? DefaultLongMaxLength : DefaultMaxLength;

    public static CheckedAnswer Date(string key, string kept, bool notInFuture, DateOnly today)
    {
        if (!DateText.TryRead(kept, out var date))
            return CheckedAnswer.Bad(kept, FormErrors.NotADate, key);
        if (date < Oldest)
            return CheckedAnswer.Bad(kept, FormErrors.DateTooOld, key, Oldest.Year);
        return notInFuture && date > today
            ? CheckedAnswer.Bad(kept, FormErrors.DateInFuture, key)
            : CheckedAnswer.Good(date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
    }

    // Mobile and landline numbers of Việt Nam: 0 and nine or ten digits; +84 and 84 stand for the 0.
    public static CheckedAnswer Phone(string key, string kept)
    {
        var digits = PhonePunctuation().Replace(kept, "");
        if (digits.StartsWith("+84", StringComparison.Ordinal))
            digits = "0" + digits[3..];
        else if (digits.Length is 11 or 12 && digits.StartsWith("84", StringComparison.Ordinal))
            digits = "0" + digits[2..];
        return VietnamesePhone().IsMatch(digits) ? CheckedAnswer.Good(digits) : CheckedAnswer.Bad(kept, FormErrors.NotAPhone, key);
    }

    public static CheckedAnswer Email(string key, string kept) =>
        kept.Length <= Applicant.EmailLength && MailAddress.TryCreate(kept, out var address) && address.Address == kept && address.Host.Contains('.')
            ? CheckedAnswer.Good(kept)
            : CheckedAnswer.Bad(kept, FormErrors.NotAnEmail, key);

    public CheckedAnswer CitizenNumber(string key, string kept, DateOnly? birthDate)
    {
        var digits = kept.Replace(" ", "", StringComparison.Ordinal).Replace(".", "", StringComparison.Ordinal);
        return citizenNumbers.Check(digits, birthDate, key) is { } error ? new CheckedAnswer(kept, error) : CheckedAnswer.Good(digits);
    }

    private static CheckedAnswer Digits(FormField field, string kept, string code)
    {
        var digits = kept.Replace(".", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal);
        return digits.Length <= NumberDigits && digits.All(char.IsAsciiDigit)
            ? CheckedAnswer.Good(digits.TrimStart('0') is { Length: > 0 } trimmed ? trimmed : "0")
            : CheckedAnswer.Bad(kept, code, field.Key);
    }

    // mother_number goes with mother_birth_date.
    private static DateOnly? BirthDateBeside(string key, IReadOnlyDictionary<string, string> neighbours)
    {
        var end = key.LastIndexOf('_');
        return end > 0 && neighbours.TryGetValue(key[..end] + "_birth_date", out var text) && DateText.TryRead(text, out var date) ? date : null;
    }

    [GeneratedRegex(@"[\s.()\-]")]
    private static partial Regex PhonePunctuation();

    [GeneratedRegex("^0(?:[35789][0-9]{8}|2[0-9]{9})$")]
    private static partial Regex VietnamesePhone();
}
