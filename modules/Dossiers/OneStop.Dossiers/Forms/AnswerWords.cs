using System.Globalization;
using System.Resources;
using OneStop.Catalogue.Contracts;
using OneStop.Dossiers.Resources;
using OneStop.UI;

namespace OneStop.Dossiers.Forms;

// Stored answers as people read and type them.
internal static class AnswerWords
{
    private static readonly ResourceManager Texts = new(typeof(CitizenTexts));

    // In an input: a stored date goes back to dd/MM/yyyy; what was typed wrongly stays as typed.
    public static string ForInput(FormField field, string value) => field.Kind switch
    {
        FormFieldKind.Date => DateForInput(value),
        FormFieldKind.Money => value.Length > 0 && value.All(char.IsAsciiDigit) && decimal.TryParse(value, CultureInfo.InvariantCulture, out var amount) ? Grouped(amount) : value,
        _ => value,
    };

    public static string DateForInput(string value) =>
        DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? DateText.Write(date)! : value;

    // In check-your-answers; places come with their names.
    public static string ForReading(FormField field, string value, Func<string, string?> placeName) => field.Kind switch
    {
        _ when value.Length == 0 => "",
        FormFieldKind.Radio or FormFieldKind.Select => field.Options?.FirstOrDefault(o => o.Value == value)?.Label.ToString() ?? value,
        FormFieldKind.Checkbox => Say("Check.Yes"),
        FormFieldKind.Money => Say("Check.Amount", ForInput(field, value)),
        FormFieldKind.Place => placeName(value) ?? value,
        _ => ForInput(field, value),
    };

    // Vietnamese and English readers alike write đồng with dots here: the form is Vietnamese.
    private static string Grouped(decimal amount) => amount.ToString("#,0", CultureInfo.InvariantCulture).Replace(',', '.');

    private static string Say(string key, params object?[] args) =>
        string.Format(CultureInfo.CurrentCulture, Texts.GetString(key, CultureInfo.CurrentUICulture)!, args);
}
