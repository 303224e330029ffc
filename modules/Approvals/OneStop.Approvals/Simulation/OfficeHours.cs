using System.Globalization;
using OneStop.Kernel.Time.Calendars;

namespace OneStop.Approvals.Simulation;

/// <summary>Office hours as people write them, and the calendar they make of another.</summary>
internal static class OfficeHours
{
    private static readonly string[] Formats = ["H:mm", "HH:mm"];

    /// <summary><c>07:30-11:30, 13:00-17:00</c>.</summary>
    public static DaySchedule? Read(string text)
    {
        var sessions = new List<Session>();
        foreach (var part in text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var ends = part.Split(['-', '–'], StringSplitOptions.TrimEntries);
            if (ends.Length != 2 || !TryRead(ends[0], out var opens) || !TryRead(ends[1], out var closes))
                return null;
            sessions.Add(new Session(opens, closes));
        }

        var schedule = new DaySchedule([.. sessions]);
        return schedule.IsWorking && !schedule.HasOverlap ? schedule : null;
    }

    public static WorkingCalendar Change(WorkingCalendar calendar, SimulationRequest request)
    {
        if (!request.ChangesCalendar)
            return calendar;
        var hours = request.Hours is { } text ? Read(text) : null;
        var days = new List<SpecialDay>();
        DaySchedule? usual = null;
        for (var day = calendar.CoveredFrom; day <= calendar.CoveredThrough; day = day.AddDays(1))
        {
            var schedule = calendar.ScheduleOf(day) ?? DaySchedule.Closed;
            var weekend = day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
            if (schedule.IsWorking && !weekend)
                usual = schedule = hours ?? schedule;
            if (day.DayOfWeek == DayOfWeek.Saturday && request.Saturday && !schedule.IsWorking && calendar.SpecialDayOn(day) is null && (hours ?? usual) is { } like)
                schedule = new DaySchedule(like.Sessions[0]);
            if (request.DaysOff.Contains(day))
                schedule = DaySchedule.Closed;
            days.Add(new SpecialDay(day, "", DayKinds.PartOfDay, schedule));
        }

        // Every day has hours of its own, so the week behind them never speaks; it only has to be a sound one.
        var week = new WeeklyHours(calendar.CoveredFrom, hours ?? usual ?? DaySchedule.Closed, new Dictionary<DayOfWeek, DaySchedule>());
        var closed = days.Where(day => !day.Hours!.IsWorking).Select(day => day with { Kind = DayKinds.SwappedOff });
        return WorkingCalendar.Build(new CalendarDefinition(
            calendar.Code, [week], [.. days.Where(day => day.Hours!.IsWorking), .. closed], calendar.CoveredFrom, calendar.CoveredThrough)).Value;
    }

    private static bool TryRead(string text, out TimeOnly time) => TimeOnly.TryParseExact(text, Formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out time);
}
