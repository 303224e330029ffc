using System.Globalization;
using OneStop.Kernel.Time;
using OneStop.Kernel.Time.Clocks;
using OneStop.TestKit;

namespace OneStop.Kernel.Tests.Time;

// A row of clock-cases.csv: a calendar, a rule and what happened, with the dates that the law gives.
internal sealed record ClockCase(string Calendar, ClockPlan Plan, IReadOnlyList<ClockEvent> Events, DateTimeOffset LegalDue, DateTimeOffset Due, string RuleSet, string Basis)
{
    public static IReadOnlyList<string> Lines { get; } =
        [.. File.ReadLines(RepositoryRoot.File("tests", "OneStop.Kernel.Tests", "Time", "clock-cases.csv")).Skip(1).Where(l => l.Length > 0)];

    public static ClockCase Read(string line)
    {
        var cells = line.Split(';', 8);
        var options = cells[2].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(o => o.Split('=')).ToDictionary(o => o[0], o => o[1]);
        var plan = new ClockPlan(
            ClockKind.Dossier, TermOf(cells[1]), options.TryGetValue("cut", out var cut) ? TimeOnly.Parse(cut, CultureInfo.InvariantCulture) : null,
            options.GetValueOrDefault("mode") switch { "restart" => SupplementMode.Restart, "new" => SupplementMode.NewTerm, _ => SupplementMode.Pause },
            options.TryGetValue("new", out var next) ? TermOf(next) : null, null, options.TryGetValue("limit", out var limit) ? TermOf(limit) : null);
        return new ClockCase(
            cells[0], plan, [.. cells[3].Split('|', StringSplitOptions.TrimEntries).Select(EventOf)], Calendars.Vietnam(cells[4]), Calendars.Vietnam(cells[5]), cells[6], cells[7]);
    }

    public static Term TermOf(string text)
    {
        var unit = text.TrimStart("0123456789.".ToCharArray());
        return new Term(decimal.Parse(text[..^unit.Length], CultureInfo.InvariantCulture), unit switch
        {
            "h" => TermUnit.WorkingHours,
            "wd" => TermUnit.WorkingDays,
            "cd" => TermUnit.CalendarDays,
            "m" => TermUnit.Months,
            _ => throw new FormatException(text),
        });
    }

    // 2026-03-02 10:00 is the receipt, +Ground and -Ground open and close an interval, > DATE at DATE is an apology.
    private static ClockEvent EventOf(string text)
    {
        var words = text[1..].Split(' ');
        return text[0] switch
        {
            '+' => new IntervalOpened(At(words[1], words[2]), GroundOf(words[0]), "Nghị định 118/2025/NĐ-CP", "Mẫu 02", words.Length > 3 ? TermOf(words[3]["limit=".Length..]) : null),
            '-' => new IntervalClosed(At(words[1], words[2]), GroundOf(words[0])),
            '>' => new Reappointed(At(words[3], words[4]), At(words[0], words[1]), "Thông tư 03/2025/TT-VPCP", "Mẫu 04"),
            _ => new Received(Calendars.Vietnam(text)),
        };
    }

    private static ClockGround GroundOf(string name) => Enum.Parse<ClockGround>(name);

    private static DateTimeOffset At(string day, string time) => Calendars.Vietnam($"{day} {time}");
}
