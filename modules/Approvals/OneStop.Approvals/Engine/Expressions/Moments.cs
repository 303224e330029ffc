using System.Globalization;
using System.Xml;
using OneStop.Approvals.Engine.Definitions;

namespace OneStop.Approvals.Engine.Expressions;

/// <summary>Dates, times and durations: read, printed and calculated with.</summary>
internal static class Moments
{
    private const DateTimeStyles Utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;

    public static object? ReadDuration(string text)
    {
        var sign = text.StartsWith('-') ? -1 : 1;
        var bare = text.TrimStart('-');
        if (IsoTime.ParseDuration(bare) is { } length)
            return length * sign;
        if (!bare.StartsWith('P') || bare.Contains('T', StringComparison.Ordinal) || bare.Contains('D', StringComparison.Ordinal))
            return null;
        try
        {
            // The XML reader counts a year as 365 days and a month as 30; only the parts are wanted here.
            var years = Part(bare, 'Y');
            return new MonthSpan(sign * ((years * 12) + Part(bare, 'M')));
        }
        catch (FormatException)
        {
            return null;
        }
    }

    public static object? ReadDate(object? value) => value switch
    {
        string text when DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) => date,
        DateTimeOffset moment => DateOnly.FromDateTime(moment.DateTime),
        DateOnly date => date,
        _ => null,
    };

    public static object? ReadTime(object? value) => value switch
    {
        string text when TimeOnly.TryParse(text, CultureInfo.InvariantCulture, out var time) => time,
        DateTimeOffset moment => TimeOnly.FromDateTime(moment.DateTime),
        _ => null,
    };

    public static object? ReadMoment(string text) => DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, Utc, out var moment) ? moment : null;

    public static string Print(object? value) => value switch
    {
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        TimeOnly time => time.ToString("HH:mm:ss", CultureInfo.InvariantCulture),
        DateTimeOffset moment => moment.ToString(moment.Offset == TimeSpan.Zero ? "yyyy-MM-ddTHH:mm:ssZ" : "yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture),
        TimeSpan length => XmlConvert.ToString(length),
        MonthSpan months => $"{(months.Months < 0 ? "-" : "")}P{Math.Abs(months.Months) / 12}Y{Math.Abs(months.Months) % 12}M",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };

    public static object? Member(object? value, string name) => (value, name) switch
    {
        (DateOnly date, "year") => (decimal)date.Year,
        (DateOnly date, "month") => (decimal)date.Month,
        (DateOnly date, "day") => (decimal)date.Day,
        (DateOnly date, "weekday") => Weekday(date.DayOfWeek),
        (DateTimeOffset moment, "year") => (decimal)moment.Year,
        (DateTimeOffset moment, "month") => (decimal)moment.Month,
        (DateTimeOffset moment, "day") => (decimal)moment.Day,
        (DateTimeOffset moment, "weekday") => Weekday(moment.DayOfWeek),
        (DateTimeOffset moment, "hour") => (decimal)moment.Hour,
        (DateTimeOffset moment, "minute") => (decimal)moment.Minute,
        (TimeOnly time, "hour") => (decimal)time.Hour,
        (TimeOnly time, "minute") => (decimal)time.Minute,
        (TimeOnly time, "second") => (decimal)time.Second,
        (TimeSpan length, "days") => (decimal)length.Days,
        (TimeSpan length, "hours") => (decimal)length.Hours,
        (TimeSpan length, "minutes") => (decimal)length.Minutes,
        (TimeSpan length, "seconds") => (decimal)length.Seconds,
        (MonthSpan months, "years") => (decimal)(months.Months / 12),
        (MonthSpan months, "months") => (decimal)(months.Months % 12),
        _ => null,
    };

    public static object? Calculate(string symbol, object? left, object? right) => (symbol, left, right) switch
    {
        ("+", DateOnly date, TimeSpan length) => date.AddDays((int)Math.Floor(length.TotalDays)),
        ("-", DateOnly date, TimeSpan length) => date.AddDays(-(int)Math.Ceiling(length.TotalDays)),
        ("+", DateOnly date, MonthSpan months) => date.AddMonths(months.Months),
        ("-", DateOnly date, MonthSpan months) => date.AddMonths(-months.Months),
        ("-", DateOnly a, DateOnly b) => TimeSpan.FromDays(a.DayNumber - b.DayNumber),
        ("+", DateTimeOffset moment, TimeSpan length) => moment + length,
        ("-", DateTimeOffset moment, TimeSpan length) => moment - length,
        ("+", DateTimeOffset moment, MonthSpan months) => moment.AddMonths(months.Months),
        ("-", DateTimeOffset moment, MonthSpan months) => moment.AddMonths(-months.Months),
        ("-", DateTimeOffset a, DateTimeOffset b) => a - b,
        ("+", TimeOnly time, TimeSpan length) => time.Add(length),
        ("-", TimeOnly time, TimeSpan length) => time.Add(-length),
        ("-", TimeOnly a, TimeOnly b) => a.ToTimeSpan() - b.ToTimeSpan(),
        ("+", TimeSpan, DateOnly or DateTimeOffset or TimeOnly) or ("+", MonthSpan, DateOnly or DateTimeOffset) => Calculate("+", right, left),
        ("+", TimeSpan a, TimeSpan b) => a + b,
        ("-", TimeSpan a, TimeSpan b) => a - b,
        ("*", TimeSpan length, decimal times) => length * (double)times,
        ("*", decimal times, TimeSpan length) => length * (double)times,
        ("/", TimeSpan length, decimal parts) => parts == 0 ? null : length / (double)parts,
        ("/", TimeSpan a, TimeSpan b) => b == TimeSpan.Zero ? null : (decimal)(a / b),
        ("+", MonthSpan a, MonthSpan b) => new MonthSpan(a.Months + b.Months),
        ("-", MonthSpan a, MonthSpan b) => new MonthSpan(a.Months - b.Months),
        _ => null,
    };

    private static decimal Weekday(DayOfWeek day) => day == DayOfWeek.Sunday ? 7 : (int)day;

    private static int Part(string text, char unit)
    {
        var end = text.IndexOf(unit, StringComparison.Ordinal);
        if (end < 0)
            return 0;
        var start = end;
        while (start > 0 && char.IsAsciiDigit(text[start - 1]))
            start--;
        return int.Parse(text.AsSpan(start, end - start), NumberStyles.None, CultureInfo.InvariantCulture);
    }
}
