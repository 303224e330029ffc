using System.Globalization;
using OneStop.Kernel.Time.Calendars;

namespace OneStop.Organisation.Domain;

// Office hours as people write them: 08:00-12:00, 13:00-17:00. An empty line is a day of rest.
internal static class OfficeHours
{
    private static readonly string[] Shapes = ["H:m", "H'h'm", "H'h'"];

    // Null when the text is not hours.
    public static IReadOnlyList<Session>? Read(string? text)
    {
        var sessions = new List<Session>();
        foreach (var part in (text ?? "").Split([',', ';'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var ends = part.Split(['-', '–'], StringSplitOptions.TrimEntries);
            if (ends.Length != 2 || Time(ends[0]) is not { } opens || Time(ends[1]) is not { } closes)
                return null;
            sessions.Add(new Session(opens, closes));
        }

        return sessions;
    }

    public static string Write(IEnumerable<Session> sessions) => string.Join(", ", sessions.OrderBy(s => s.Opens));

    private static TimeOnly? Time(string text) =>
        TimeOnly.TryParseExact(text, Shapes, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;
}
