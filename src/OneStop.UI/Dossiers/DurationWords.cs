using Microsoft.Extensions.Localization;
using OneStop.UI.Resources;

namespace OneStop.UI;

/// <summary>Lengths of time in words: the two largest units, never seconds.</summary>
internal static class DurationWords
{
    public static string Of(TimeSpan length, IStringLocalizer<SharedTexts> texts)
    {
        var minutes = Math.Max(1, (int)Math.Floor(Math.Abs(length.TotalMinutes)));
        var (days, hours, rest) = (minutes / 1440, minutes / 60 % 24, minutes % 60);
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
