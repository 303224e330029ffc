using Microsoft.Extensions.Localization;
using OneStop.Dossiers.Resources;
using OneStop.Organisation.Contracts;

namespace OneStop.Dossiers.Components;

// Office time in words, in days of eight hours: 2 ngày 3 giờ, 5 giờ 20 phút.
internal static class WorkingTimeWords
{
    public static string Of(WorkingSpan span, IStringLocalizer<TrackingTexts> texts)
    {
        var parts = new List<string>(2);
        if (span.Days > 0)
            parts.Add(Count("Day", span.Days));
        if (span.Hours > 0)
            parts.Add(Count("Hour", span.Hours));
        if (span.Days == 0 && (span.RestMinutes > 0 || parts.Count == 0))
            parts.Add(Count("Minute", span.RestMinutes));
        return string.Join(' ', parts);

        string Count(string unit, int count) => texts[count == 1 ? $"Span.{unit}" : $"Span.{unit}s", count];
    }
}
