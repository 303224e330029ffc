using Microsoft.Extensions.Localization;
using OneStop.Approvals.Engine.Definitions;
using OneStop.UI;

namespace OneStop.Approvals.Components;

/// <summary>A timer as people say it: "mỗi tháng", "mỗi 2 ngày, 3 lần". What is computed when it is due, or unknown, stays as it is written.</summary>
internal static class RhythmWords
{
    public static string Of(IStringLocalizer texts, TimerKind kind, string value) => kind switch
    {
        TimerKind.Date when IsoTime.ParseDate(value) is { } moment => texts["Rhythm.At", MomentText.Clock(moment), MomentText.Date(moment)],
        TimerKind.Duration when IsoTime.ParseSpan(value) is { } span => texts["Rhythm.After", Length(texts, span, alone: false)],
        TimerKind.Cycle when IsoTime.ParseCycle(value) is { } cycle => cycle.Repetitions is { } times
            ? texts["Rhythm.EveryTimes", Length(texts, cycle.Interval, alone: true), times]
            : texts["Rhythm.Every", Length(texts, cycle.Interval, alone: true)],
        _ => value,
    };

    private static string Length(IStringLocalizer texts, CalendarSpan span, bool alone)
    {
        (int Count, string Unit)[] parts = [.. Parts(span).Where(part => part.Count > 0)];
        // "Every month", but "after 1 month".
        return alone && parts is [{ Count: 1 } only]
            ? texts[$"Rhythm.One.{only.Unit}"]
            : string.Join(' ', parts.Select(part => part.Count == 1 ? $"1 {texts[$"Rhythm.One.{part.Unit}"]}" : texts[$"Rhythm.Many.{part.Unit}", part.Count]));
    }

    private static IEnumerable<(int Count, string Unit)> Parts(CalendarSpan span) =>
    [
        (span.Months / 12, "Year"), (span.Months % 12, "Month"), (span.Time.Days, "Day"), (span.Time.Hours, "Hour"), (span.Time.Minutes, "Minute"), (span.Time.Seconds, "Second"),
    ];
}
