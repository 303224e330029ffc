using System.Globalization;
using System.Text.RegularExpressions;

namespace OneStop.Approvals.Engine.Definitions;

/// <summary>ISO 8601 durations and repetitions of them. Years and months have no fixed length: they are counted by the calendar.</summary>
internal static partial class IsoTime
{
    public static TimeSpan? ParseDuration(string text)
    {
        var match = DurationPattern().Match(text.Trim());
        if (!match.Success)
            return null;
        var any = false;
        double Part(string name)
        {
            var group = match.Groups[name];
            any |= group.Success;
            return group.Success ? double.Parse(group.Value, CultureInfo.InvariantCulture) : 0;
        }

        var seconds = (((((Part("w") * 7) + Part("d")) * 24 + Part("h")) * 60) + Part("m")) * 60 + Part("s");
        return any && seconds < TimeSpan.MaxValue.TotalSeconds ? TimeSpan.FromSeconds(seconds) : null;
    }

    /// <summary>Also with years and months, as in P1M or P1Y6M10DT8H.</summary>
    public static CalendarSpan? ParseSpan(string text)
    {
        var match = SpanPattern().Match(text.Trim());
        if (!match.Success)
            return null;
        int Part(string name) => match.Groups[name].Success ? int.Parse(match.Groups[name].Value, CultureInfo.InvariantCulture) : 0;
        var months = (Part("y") * 12) + Part("n");
        var rest = match.Groups["rest"].Value;
        var dated = match.Groups["y"].Success || match.Groups["n"].Success;
        if (dated && rest.Length == 0)
            return new CalendarSpan(months, TimeSpan.Zero);
        return ParseDuration($"P{rest}") is { } time ? new CalendarSpan(months, time) : null;
    }

    public static DateTimeOffset? ParseDate(string text) =>
        DateTimeOffset.TryParse(text.Trim(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var date)
            ? date
            : null;

    /// <summary>"R3/PT8H": three times; "R/PT8H": without end (repetitions null); "R3/2026-03-02T08:00:00Z/PT8H": the first at that moment. A bare duration repeats without end.</summary>
    public static (int? Repetitions, DateTimeOffset? From, CalendarSpan Interval)? ParseCycle(string text)
    {
        var match = CyclePattern().Match(text.Trim());
        if (!match.Success || ParseSpan(match.Groups["duration"].Value) is not { } interval || interval == default)
            return null;
        DateTimeOffset? from = null;
        if (match.Groups["from"].Success && (from = ParseDate(match.Groups["from"].Value)) is null)
            return null;
        if (match.Groups["count"].Value is not { Length: > 0 } count)
            return (null, from, interval);
        return int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var repetitions) ? (repetitions, from, interval) : null;
    }

    [GeneratedRegex(@"^P(?:(?<w>\d{1,6})W)?(?:(?<d>\d{1,6})D)?(?:T(?:(?<h>\d{1,7})H)?(?:(?<m>\d{1,8})M)?(?:(?<s>\d{1,9}(?:\.\d{1,6})?)S)?)?$", RegexOptions.ExplicitCapture)]
    private static partial Regex DurationPattern();

    [GeneratedRegex(@"^P(?:(?<y>\d{1,3})Y)?(?:(?<n>\d{1,4})M)?(?<rest>.*)$", RegexOptions.ExplicitCapture)]
    private static partial Regex SpanPattern();

    [GeneratedRegex(@"^(?:R(?<count>\d*)/)?(?:(?<from>\d[^/]*)/)?(?<duration>P[^/]+)(?:/\d[^/]*)?$", RegexOptions.ExplicitCapture)]
    private static partial Regex CyclePattern();
}
