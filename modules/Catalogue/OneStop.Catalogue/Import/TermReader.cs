using System.Globalization;
using System.Text.RegularExpressions;
using OneStop.Catalogue.Domain;

namespace OneStop.Catalogue.Import;

// The portal's deadline column is often half empty: 1 without a unit means "same day, or see the text", other bare numbers lost their unit
// when the table was flattened. A number is believed only with a unit of its own or with the same number and a unit in the text.
internal static partial class TermReader
{
    public static Term Read(decimal? amount, string? unit, string? description, string? steps)
    {
        if (amount > 0 && Unit(unit) is { } known)
            return Term.Of(amount.Value, known, TermOrigins.Column);

        if (Only(StatedTerms(description)) is { } stated && (amount is null or 0 or 1 || stated.Amount == amount))
            return Term.Of(stated.Amount, stated.Unit, TermOrigins.Text);

        var text = $"{description}\n{steps}";
        if (amount is null or 1 && SameDay().IsMatch(text))
            return Term.Of(1, TermUnits.SameDay, TermOrigins.Text);
        if (amount > 1 && Only(Numbers(text).Where(t => t.Amount == amount)) is { } confirmed)
            return Term.Of(confirmed.Amount, confirmed.Unit, TermOrigins.Text);

        if (amount > 1)
            return Term.Unknown(TermReasons.NoUnit);
        if (Numbers(description).Distinct().Count() > 1)
            return Term.Unknown(TermReasons.SeveralStages);
        return Term.Unknown(Numbers(text).Any() || amount == 1 ? TermReasons.SeeText : TermReasons.NotPublished);
    }

    private static (decimal Amount, string Unit)? Only(IEnumerable<(decimal, string)> terms) =>
        terms.Distinct().Take(2).ToArray() is [var one] ? one : null;

    private static IEnumerable<(decimal Amount, string Unit)> StatedTerms(string? text) =>
        text is null ? [] : Stated().Matches(text).Select(Value);

    private static IEnumerable<(decimal Amount, string Unit)> Numbers(string? text) =>
        text is null ? [] : Number().Matches(text).Select(Value);

    private static (decimal, string) Value(Match m) =>
        (decimal.Parse(m.Groups["n"].Value.Replace(',', '.'), CultureInfo.InvariantCulture), Unit(m.Groups["u"].Value)!);

    private static string? Unit(string? unit) => unit?.Trim().ToLowerInvariant() switch
    {
        "ngày làm việc" => TermUnits.WorkingDay,
        "ngày" => TermUnits.Day,
        "giờ" or "giờ làm việc" => TermUnits.Hour,
        "tháng" => TermUnits.Month,
        _ => null,
    };

    private const string Amount = @"(?<n>\d{1,3}(?:[.,]\d)?)\s*(?:\([^)]{1,20}\)\s*)?(?<u>ngày làm việc|ngày|giờ làm việc|giờ|tháng)(?!\s*\d{1,2}\s*(?:/|tháng))";

    // The whole time, said first in the cell or after "thời hạn (giải quyết)".
    [GeneratedRegex(@"(?:\A\W*|thời hạn giải quyết\s*:?\s*|thời gian giải quyết\s*:?\s*)(?:là\s+|không quá\s+|tối đa\s+|trong\s+)*" + Amount, RegexOptions.IgnoreCase)]
    private static partial Regex Stated();

    [GeneratedRegex(@"(?<!\d)" + Amount, RegexOptions.IgnoreCase)]
    private static partial Regex Number();

    [GeneratedRegex(@"ngay trong ngày|trong ngày làm việc|trong ngày tiếp nhận|sau 15 giờ|sau 15h|đổi ngay|giải quyết ngay|thực hiện ngay", RegexOptions.IgnoreCase)]
    private static partial Regex SameDay();
}
