using System.Globalization;
using System.Text.RegularExpressions;
using OneStop.Catalogue.Domain;
using OneStop.Kernel.Time;

namespace OneStop.Catalogue.Import;

// The portal's deadline column is often half empty: 1 without a unit means "same day, or see the text", other bare numbers lost their unit
// when the table was flattened. A number is believed only with a unit of its own or with the same number and a unit in the text.
internal static partial class TermReader
{
    private static readonly Term SameDay = new(0, TermUnit.WorkingDays);

    public static LegalTerm Read(decimal? amount, string? unit, string? description, string? steps)
    {
        if (amount > 0 && Unit(unit) is { } known)
            return LegalTerm.Of(Make(amount.Value, known), TermOrigins.Column);

        if (Only(Find(Stated(), description)) is { } stated && (amount is null or 0 or 1 || stated.Amount == amount))
            return LegalTerm.Of(stated, TermOrigins.Text);

        var text = $"{description}\n{steps}";
        if (amount is null or 1 && SaysSameDay().IsMatch(text))
            return LegalTerm.Of(SameDay, TermOrigins.Text);
        if (amount > 1 && Only(Find(Number(), text).Where(t => t.Amount == amount)) is { } confirmed)
            return LegalTerm.Of(confirmed, TermOrigins.Text);

        if (NothingReturned().IsMatch(description ?? ""))
            return LegalTerm.Unknown(TermReasons.NoReturn);
        // The only time that the channel names, or else the only one that the steps count from a complete dossier.
        if (amount is null or 0 or 1 && Only(Find(Number(), description)) is { } named)
            return LegalTerm.Of(named, TermOrigins.Text);
        if (amount is null or 0 or 1 && !Find(Number(), description).Any() && Only(Find(FromReceipt(), steps)) is { } counted)
            return LegalTerm.Of(counted, TermOrigins.Text);
        if (amount > 1)
            return LegalTerm.Unknown(TermReasons.NoUnit);
        if (Find(Number(), description).Distinct().Count() > 1)
            return LegalTerm.Unknown(TermReasons.SeveralStages);
        return LegalTerm.Unknown(Find(Number(), text).Any() ? TermReasons.SeeText : amount == 1 ? TermReasons.Blank : TermReasons.NotPublished);
    }

    private static Term? Only(IEnumerable<Term> terms) => terms.Distinct().Take(2).ToArray() is [var one] ? one : null;

    private static IEnumerable<Term> Find(Regex form, string? text) =>
        text is null ? [] : form.Matches(text).Select(m =>
            Make(decimal.Parse(m.Groups["n"].Value.Replace(',', '.'), CultureInfo.InvariantCulture), Unit(m.Groups["u"].Value)!.Value));

    // Half a working day is a term of its own; parts of calendar days and months are rounded up to whole ones.
    private static Term Make(decimal amount, TermUnit unit) =>
        new(unit is TermUnit.WorkingDays or TermUnit.WorkingHours ? amount : Math.Ceiling(amount), unit);

    private static TermUnit? Unit(string? unit) => unit?.Trim().ToLowerInvariant() switch
    {
        "ngày làm việc" => TermUnit.WorkingDays,
        "ngày" => TermUnit.CalendarDays,
        "giờ" or "giờ làm việc" => TermUnit.WorkingHours,
        "tháng" => TermUnit.Months,
        _ => null,
    };

    private const string Amount = @"(?<n>\d{1,3}(?:[.,]\d)?)\s*(?:\([^)]{1,20}\)\s*)?(?<u>ngày làm việc|ngày|giờ làm việc|giờ|tháng)(?!\s*\d{1,2}\s*(?:/|tháng))";

    // The whole time, said first in the cell or after "thời hạn (giải quyết)".
    [GeneratedRegex(@"(?:\A\W*|thời hạn giải quyết\s*:?\s*|thời gian giải quyết\s*:?\s*)(?:là\s+|không quá\s+|tối đa\s+|trong\s+)*" + Amount, RegexOptions.IgnoreCase)]
    private static partial Regex Stated();

    [GeneratedRegex(@"(?<!\d)" + Amount, RegexOptions.IgnoreCase)]
    private static partial Regex Number();

    [GeneratedRegex(@"ngay trong ngày|trong ngày làm việc|trong ngày tiếp nhận|sau 15 giờ|sau 15h|đổi ngay|giải quyết ngay|thực hiện ngay", RegexOptions.IgnoreCase)]
    private static partial Regex SaysSameDay();

    // "Trong thời hạn N ngày kể từ ngày nhận đủ hồ sơ": the procedure's own time, not that of a neighbour or of one of its papers.
    [GeneratedRegex(@"(?:thời hạn|thời gian|trong|không quá|chậm nhất)\s+(?:là\s+|không quá\s+|tối đa\s+)?" + Amount + @",?\s*(?:kể )?từ (?:ngày|khi|thời điểm) (?:tiếp )?nhận (?:được )?(?:đủ |đầy đủ )?(?:bộ )?hồ sơ", RegexOptions.IgnoreCase)]
    private static partial Regex FromReceipt();

    [GeneratedRegex(@"không (?:phải )?trả kết quả", RegexOptions.IgnoreCase)]
    private static partial Regex NothingReturned();
}
