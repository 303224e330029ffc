using System.Globalization;
using System.Text.RegularExpressions;
using OneStop.Catalogue.Contracts;
using OneStop.Kernel.Time;
using OneStop.Kernel.Time.Clocks;

namespace OneStop.Catalogue.Import;

// What a procedure's text says of its clock beyond the term: the five modes of the catalogue, recognised from the words that the decisions use.
// What is not said is not assumed; then a supplement pauses and nothing else is left out.
internal static partial class ClockReader
{
    private static readonly TimeOnly Fifteen = new(15, 0);

    public static ClockRule Read(IEnumerable<string?> texts)
    {
        var text = Spaces().Replace(string.Join(" \n ", texts.Where(t => !string.IsNullOrWhiteSpace(t))), " ");
        var newTerm = NewTermAfter().Match(text) is { Success: true } after ? TermOf(after) : null;
        var mode = newTerm is not null ? SupplementMode.NewTerm : Restarts().IsMatch(text) ? SupplementMode.Restart : SupplementMode.Pause;
        var thirdParties = LeavesOut().IsMatch(text);
        return new ClockRule(
            AfterFifteen().IsMatch(text) ? Fifteen : null, mode, newTerm, StopAfter(text), thirdParties ? Limit(text) : null, thirdParties, PayersTime().IsMatch(text));
    }

    private static Term? StopAfter(string text)
    {
        var days = Stops().Matches(text).Select(TermOf).OfType<Term>().Where(t => t.Amount is >= 2 and <= 365).Distinct().ToArray();
        // Two different waits belong to two different cases of the procedure: the longer one wrongs nobody.
        return days.MaxBy(t => t.Amount);
    }

    private static Term? Limit(string text)
    {
        var limits = Limits().Matches(text).Select(TermOf).OfType<Term>().Distinct().ToArray();
        return limits.Length == 1 ? limits[0] : null;
    }

    private static Term? TermOf(Match match)
    {
        var unit = match.Groups["u"].Value.ToLower(CultureInfo.InvariantCulture) switch
        {
            "ngày làm việc" => TermUnit.WorkingDays,
            "tháng" => TermUnit.Months,
            _ => TermUnit.CalendarDays,
        };
        return int.TryParse(match.Groups["n"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var amount) && amount > 0 ? new Term(amount, unit) : null;
    }

    private const string Amount = @"(?:[a-zà-ỹ]+ \()?(?<n>\d{1,3})\)?\s*(?:\([^)]{1,20}\)\s*)?(?<u>ngày làm việc|ngày|tháng)";

    private const RegexOptions Plain = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"sau 15 ?(?:giờ|h)", Plain)]
    private static partial Regex AfterFifteen();

    [GeneratedRegex(@"thời (?:hạn|gian)[^.;]{0,80}?tính lại(?: từ đầu)?|tính lại từ đầu|được tính lại (?:từ|kể từ)|bắt đầu (?:tính )?lại thời hạn", Plain)]
    private static partial Regex Restarts();

    [GeneratedRegex(@"thời (?:gian|hạn) thẩm định sau khi[^.;]{0,60}?(?:bổ sung|hoàn (?:chỉnh|thiện))[^.;]{0,60}? là " + Amount, Plain)]
    private static partial Regex NewTermAfter();

    // Said of somebody other than the applicant who mends the dossier.
    [GeneratedRegex(@"(?:lấy ý kiến|xác minh|kiểm tra thực (?:địa|tế)|phối hợp|niêm yết|thẩm tra|giám định|thiên tai|bất khả kháng)[^.;]{0,160}?không (?:được )?tính (?:vào|trong)|không (?:bao gồm|kể) thời gian[^.;]{0,40}?(?:lấy ý kiến|xác minh|kiểm tra|niêm yết|giám định)", Plain)]
    private static partial Regex LeavesOut();

    [GeneratedRegex(@"thời gian (?:lấy ý kiến|xác minh|kiểm tra thực (?:địa|tế)|niêm yết|giám định)[^.;]{0,60}?(?:không quá|tối đa(?: là)?) " + Amount, Plain)]
    private static partial Regex Limits();

    [GeneratedRegex(@"(?:quá|sau)(?: thời hạn)? " + Amount + @"[^.;]{0,140}?(?:không|chưa)[^.;]{0,60}?(?:bổ sung|hoàn thiện|hoàn thành|hoàn chỉnh|phản hồi|nộp lại|giải trình)", Plain)]
    private static partial Regex Stops();

    [GeneratedRegex(@"nghĩa vụ tài chính|thông báo (?:nộp )?(?:thuế|tiền sử dụng đất|lệ phí trước bạ)", Plain)]
    private static partial Regex PayersTime();
}
