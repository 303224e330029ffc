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
        var column = amount > 0 && Unit(unit) is { } known ? Make(amount.Value, known) : null;
        if (LongestCase(description) is { } longest && (column is null || Length(longest) >= Length(column)))
            return LegalTerm.Of(longest, TermOrigins.LongestCase);
        if (column is not null)
            return LegalTerm.Of(column, TermOrigins.Column);

        // The blank "1" and the fee of the next cell, run together: 1 and 20.000 VNĐ became 120, "VNĐ (20.000 đ/tờ khai)".
        if (amount > 1 && BeginsWithCurrency().IsMatch(description ?? ""))
            amount = 1;
        var term = amount > 1 ? Confirmed(amount.Value, description, steps) : Said(amount, description, steps);
        return term is not null ? LegalTerm.Of(term, TermOrigins.Text) : LegalTerm.Unknown(WhyNot(amount, description, steps));
    }

    // A number without its unit: the text says it with one, or names stages that follow on each other and add up to it.
    private static Term? Confirmed(decimal amount, string? description, string? steps)
    {
        if ((Stated(description) ?? Only(Find(Number(), $"{description}\n{steps}").Where(t => t.Amount == amount))) is { } said && said.Amount == amount)
            return said;
        var stages = TermClauses.Of(steps).SelectMany(s => Find(FromReceipt(), s).Concat(Find(FromDraft(), s))).ToArray();
        return stages.Length > 1 && stages.All(s => s.Unit == stages[0].Unit) && stages.Sum(s => s.Amount) == amount ? new Term(amount, stages[0].Unit) : null;
    }

    private static Term? Said(decimal? amount, string? description, string? steps)
    {
        if (Stated(description) is { } stated)
            return stated;
        var told = TermClauses.Of(description).ToArray();
        if (amount is null or 1 && (told.Any(s => GivesTheTime().IsMatch(s) && SaysSameDay().IsMatch(s)) || told.Concat(TermClauses.Of(steps)).Any(s => SaysSameDay().IsMatch(s) && TermClauses.Decides(s))))
            return SameDay;
        if (NothingReturned().IsMatch(description ?? "") || NothingFixed().IsMatch(description ?? ""))
            return null;
        // The only time that the channel names, or else the only one that the steps count from a complete dossier.
        if (Find(Number(), description).Any())
            return Only(Find(Number(), description)) is { } only && told.Any(s => Find(Number(), s).Any() && !TermClauses.IsAnotherTime(s) && (!Counts().IsMatch(s) || FromReceipt().IsMatch(s))) ? only : null;
        return Counted([.. TermClauses.Of(steps).Where(s => !TermClauses.IsAnotherTime(s))]);
    }

    // Which case a dossier is, its applicant reads in the text beside it; a date that is too early for one of them would be a promise the law does not make.
    private static Term? LongestCase(string? description)
    {
        var told = TermClauses.CasesOf(description).Select(clause => (Clause: clause, Terms: Find(Number(), clause).ToArray())).Where(c => c.Terms.Length > 0).ToArray();
        return told.All(c => c.Terms.Length == 1 && TermClauses.IsACase(c.Clause)) && told.Select(c => c.Terms[0]).Distinct().Count() > 1 ? told.Select(c => c.Terms[0]).MaxBy(Length) : null;
    }

    // In days of the calendar, five of seven worked: only to tell which of two is longer.
    private static decimal Length(Term term) => term.Unit switch
    {
        TermUnit.WorkingHours => term.Amount / 8 * 7 / 5,
        TermUnit.WorkingDays => term.Amount * 7 / 5,
        TermUnit.Months => term.Amount * 30,
        _ => term.Amount,
    };

    private static Term? Counted(string[] sentences)
    {
        if (!sentences.Any(s => FromReceipt().IsMatch(s) && TermClauses.Decides(s)))
            return null;
        var goesOn = sentences.Any(s => TermClauses.Decides(s) && !FromReceipt().IsMatch(s) && TermClauses.FollowsAStage(s) && Find(Number(), s).Any());
        return goesOn ? null : Only(sentences.SelectMany(s => Find(FromReceipt(), s)));
    }

    private static string WhyNot(decimal? amount, string? description, string? steps)
    {
        if (amount > 1)
            return TermReasons.NoUnit;
        if (NothingReturned().IsMatch(description ?? ""))
            return TermReasons.NoReturn;
        if (NothingFixed().IsMatch(description ?? ""))
            return TermReasons.NotFixed;
        if (Find(Number(), description).Distinct().Count() > 1)
            return TermReasons.SeveralStages;
        return Find(Number(), $"{description}\n{steps}").Any() ? TermReasons.SeeText : amount == 1 ? TermReasons.Blank : TermReasons.NotPublished;
    }

    private static Term? Stated(string? description) => Only(Find(Whole(), description)) ?? Only(Find(Total(), description));

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

    // The unit is atomic: what must not follow "ngày làm việc" would otherwise be looked for after "ngày". "Ngày 20 tháng đầu" and "31 tháng 12" are dates.
    private const string Amount = @"(?<!\d)(?<!ngày )(?<!sau (?=15 ?giờ))(?<n>\d{1,3}(?:[.,]\d)?)\s*(?:\([^)]{1,20}\)\s*)?(?<u>(?>ngày làm việc|ngày|giờ làm việc|giờ|tháng))(?!\s*(?:\d{1,2}\s*(?:/|tháng)|đầu tiên))";

    private const RegexOptions Plain = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    // The whole time, said first in the cell or after "thời hạn (giải quyết)"; "06 ngày làm việc và 30 ngày" is two times.
    [GeneratedRegex(@"(?:\A\W*|thời hạn giải quyết\s*:?\s*|thời gian giải quyết\s*:?\s*)(?:là\s+|không quá\s+|tối đa\s+|trong\s+)*" + Amount + @"(?!\s*và\s+\d)", Plain)]
    private static partial Regex Whole();

    // "30 ngày, trong đó": the sum of the stages that follow.
    [GeneratedRegex(Amount + ",?\\s*trong đó", Plain)]
    private static partial Regex Total();

    [GeneratedRegex(Amount, Plain)]
    private static partial Regex Number();

    [GeneratedRegex(@"ngay trong ngày(?! lập)|trong ngày làm việc|trong ngày tiếp nhận|sau 15 ?giờ|sau 15h|đổi ngay|giải quyết ngay|ngay (?:sau )?khi (?:tiếp )?nhận (?:được |đủ )?(?:đầy đủ )?hồ sơ", Plain)]
    private static partial Regex SaysSameDay();

    [GeneratedRegex("thời hạn giải quyết", Plain)]
    private static partial Regex GivesTheTime();

    // "Trong thời hạn N ngày kể từ ngày nhận đủ hồ sơ": the procedure's own time, not that of a neighbour or of one of its papers.
    [GeneratedRegex(@"(?:thời hạn|thời gian|trong|không quá|chậm nhất|sau|tối đa)\s+(?:là\s+|không quá\s+|tối đa\s+)?" + Amount
        + @",?\s*(?:tính )?(?:kể )?từ (?:ngày|khi|thời điểm) (?:tiếp )?nhận (?:được )?(?:đủ |đầy đủ )?(?:bộ )?(?:hồ sơ|đơn|(?:văn bản |giấy )đề nghị)"
        + @"(?! trình|,? do| từ| lấy| xin ý| bổ sung|(?: đề nghị)? của (?:Sở|Cục|Bộ|Ủy ban|UBND|cơ quan|Thủ))", Plain)]
    private static partial Regex FromReceipt();

    [GeneratedRegex(Amount + @",?\s*(?:tính )?(?:kể )?từ (?:ngày|khi|thời điểm) (?:nhận được )?(?:hồ sơ trình|tờ trình|báo cáo|kết quả)", Plain)]
    private static partial Regex FromDraft();

    [GeneratedRegex("(?:kể |tính )từ", Plain)]
    private static partial Regex Counts();

    [GeneratedRegex(@"không (?:phải )?trả kết quả", Plain)]
    private static partial Regex NothingReturned();

    [GeneratedRegex(@"\A\W*không quy định|(?:không|chưa) quy định (?:cụ thể )?(?:về )?(?:thời hạn|thời gian)|thời (?:hạn|gian) giải quyết\s*:?\s*(?:theo|căn cứ) quy chế", Plain)]
    private static partial Regex NothingFixed();

    [GeneratedRegex(@"\A\W*(?:VNĐ|Việt Nam Đồng|đồng|USD)", Plain)]
    private static partial Regex BeginsWithCurrency();
}
