using System.Globalization;
using System.Text.RegularExpressions;

namespace OneStop.Approvals.Engine.Expressions;

/// <summary>The built-in functions: name, least and most arguments, body. None does I/O, none reads the clock.</summary>
internal static class Functions
{
    public sealed record Function(int Least, int Most, Func<object?[], object?> Body);

    /// <summary>Words of the longest name.</summary>
    public const int LongestName = 5;

    private static readonly TimeSpan PatternTime = TimeSpan.FromMilliseconds(100);

    private static readonly Dictionary<string, Function> Known = new(StringComparer.Ordinal)
    {
        ["contains"] = new(2, 2, a => a switch
        {
            [string text, string part] => text.Contains(part, StringComparison.Ordinal),
            [IReadOnlyList<object?> list, var item] => Values.Contains(list, item),
            _ => null,
        }),
        ["starts with"] = new(2, 2, a => a is [string text, string part] ? text.StartsWith(part, StringComparison.Ordinal) : null),
        ["ends with"] = new(2, 2, a => a is [string text, string part] ? text.EndsWith(part, StringComparison.Ordinal) : null),
        ["string length"] = new(1, 1, a => a[0] is string text ? (decimal)new StringInfo(text).LengthInTextElements : null),
        ["upper case"] = new(1, 1, a => (a[0] as string)?.ToUpperInvariant()),
        ["lower case"] = new(1, 1, a => (a[0] as string)?.ToLowerInvariant()),
        ["trim"] = new(1, 1, a => (a[0] as string)?.Trim()),
        ["substring"] = new(2, 3, a => a is [string text, decimal start, ..] ? Substring(text, start, a.Length > 2 ? a[2] as decimal? : null) : null),
        ["substring before"] = new(2, 2, a => a is [string text, string part] ? text.IndexOf(part, StringComparison.Ordinal) is var at and >= 0 ? text[..at] : "" : null),
        ["substring after"] = new(2, 2, a => a is [string text, string part] ? text.IndexOf(part, StringComparison.Ordinal) is var at and >= 0 ? text[(at + part.Length)..] : "" : null),
        ["split"] = new(2, 2, a => a is [string text, string { Length: > 0 } by] ? text.Split(by).ToArray<object?>() : null),
        ["string join"] = new(1, 2, a => a[0] is IReadOnlyList<object?> list ? Bounded(string.Join(a.Length > 1 ? a[1] as string : "", list.Where(i => i is not null).Select(Values.Print))) : null),
        ["matches"] = new(2, 2, a => a is [string text, string pattern] ? Pattern(pattern, p => (object)p.IsMatch(text)) : null),
        ["replace"] = new(3, 3, a => a is [string text, string pattern, string with] ? Pattern(pattern, p => Bounded(p.Replace(text, with))) : null),
        ["string"] = new(1, 1, a => a[0] is null ? null : Bounded(Values.Print(a[0]))),
        ["number"] = new(1, 1, a => a[0] switch
        {
            decimal number => number,
            string text when decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) => number,
            _ => null,
        }),
        ["abs"] = new(1, 1, a => a[0] is decimal number ? Math.Abs(number) : a[0] is TimeSpan length ? length.Duration() : null),
        ["floor"] = new(1, 1, a => a[0] is decimal number ? Math.Floor(number) : null),
        ["ceiling"] = new(1, 1, a => a[0] is decimal number ? Math.Ceiling(number) : null),
        ["round"] = new(1, 2, a => a[0] is decimal number ? Math.Round(number, a is [_, decimal and >= 0 and <= 20] ? (int)(decimal)a[1]! : 0, MidpointRounding.AwayFromZero) : null),
        ["modulo"] = new(2, 2, a => a is [decimal left, decimal right] && right != 0 ? left - (right * Math.Floor(left / right)) : null),
        ["odd"] = new(1, 1, a => a[0] is decimal number ? Math.Abs(number % 2) == 1 : null),
        ["even"] = new(1, 1, a => a[0] is decimal number ? number % 2 == 0 : null),
        ["is defined"] = new(1, 1, a => a[0] is not null),
        ["date"] = new(1, 3, a => a is [decimal year, decimal month, decimal day] ? Day(year, month, day) : Moments.ReadDate(a[0])),
        ["time"] = new(1, 1, a => Moments.ReadTime(a[0])),
        ["date and time"] = new(1, 2, a => a switch
        {
            [string text] => Moments.ReadMoment(text),
            [DateOnly date, TimeOnly time] => new DateTimeOffset(date.ToDateTime(time), TimeSpan.Zero),
            _ => null,
        }),
        ["duration"] = new(1, 1, a => a[0] is string text ? Moments.ReadDuration(text) : a[0] is TimeSpan or MonthSpan ? a[0] : null),
        ["years and months duration"] = new(2, 2, a => a is [DateOnly from, DateOnly to] ? new MonthSpan(((to.Year - from.Year) * 12) + to.Month - from.Month - (to.Day < from.Day ? 1 : 0)) : null),
    };

    static Functions()
    {
        foreach (var (name, function) in ListFunctions.Known)
            Known[name] = function;
    }

    public static Function? Find(string name) => Known.GetValueOrDefault(name);

    private static string? Bounded(string text) => text.Length <= Values.LongestText ? text : null;

    private static string? Substring(string text, decimal start, decimal? length)
    {
        // From 1; negative from the end.
        var from = start > 0 ? (int)start - 1 : text.Length + (int)start;
        if (from < 0 || from > text.Length)
            return null;
        var count = Math.Min(text.Length - from, (int)Math.Min(length ?? text.Length, text.Length));
        return count < 0 ? null : text.Substring(from, count);
    }

    private static DateOnly? Day(decimal year, decimal month, decimal day) =>
        year is >= 1 and <= 9999 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth((int)year, (int)month) ? new DateOnly((int)year, (int)month, (int)day) : null;

    private static object? Pattern(string pattern, Func<Regex, object?> use)
    {
        try
        {
            return use(new Regex(pattern, RegexOptions.CultureInvariant, PatternTime));
        }
        catch (Exception exception) when (exception is ArgumentException or RegexMatchTimeoutException)
        {
            return null;
        }
    }
}
