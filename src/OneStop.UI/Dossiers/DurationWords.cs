using Microsoft.Extensions.Localization;
using OneStop.UI.Resources;

namespace OneStop.UI;

/// <summary>Office time in words: the two largest units, never seconds; a day is eight office hours.</summary>
internal static class DurationWords
{
    public const int MinutesOfDay = 8 * 60;

    public static string Of(int officeMinutes, IStringLocalizer<SharedTexts> texts)
    {
        var minutes = Math.Max(1, Math.Abs(officeMinutes));
        var (days, hours, rest) = (minutes / MinutesOfDay, minutes % MinutesOfDay / 60, minutes % 60);
        return (days, hours, rest) switch
        {
            ( > 0, 0, _) => Days(days),
            ( > 0, _, _) when days < 10 => $"{Days(days)} {Hours(hours)}",
            ( > 0, _, _) => Days(days),
            (_, 0, _) => Minutes(rest),
            (_, _, 0) => Hours(hours),
            _ => $"{Hours(hours)} {Minutes(rest)}",
        };

        string Days(int count) => texts[count == 1 ? "Duration.Day" : "Duration.Days", count];
        string Hours(int count) => texts[count == 1 ? "Duration.Hour" : "Duration.Hours", count];
        string Minutes(int count) => texts[count == 1 ? "Duration.Minute" : "Duration.Minutes", count];
    }
}
