using OneStop.Kernel.Time.Calendars;

namespace OneStop.Kernel.Tests.Time;

// Slow and obvious on purpose: looks at every minute of the wall clock, shares no code with the calendar it judges.
internal sealed class MinuteByMinute(CalendarDefinition definition)
{
    public bool IsOpen(DateTime minute)
    {
        var date = DateOnly.FromDateTime(minute);
        var time = TimeOnly.FromDateTime(minute);
        return HoursOf(date).Any(s => time >= s.Opens && time < s.Closes);
    }

    public bool IsWorkingDay(DateTime day) => HoursOf(DateOnly.FromDateTime(day)).Count > 0;

    public DateTime CountedFrom(DateTime received)
    {
        while (!IsOpen(received))
            received = received.AddMinutes(1);

        return received;
    }

    public DateTime AddMinutes(DateTime from, int minutes)
    {
        while (minutes > 0)
        {
            if (IsOpen(from))
                minutes--;

            from = from.AddMinutes(1);
        }

        return from;
    }

    public int MinutesBetween(DateTime from, DateTime to)
    {
        var minutes = 0;
        for (var minute = from; minute < to; minute = minute.AddMinutes(1))
            minutes += IsOpen(minute) ? 1 : 0;

        return minutes;
    }

    public DateTime WorkingDays(DateTime received, int days)
    {
        var counted = CountedFrom(received);
        var day = counted.Date;
        while (days > 0)
        {
            day = day.AddDays(1);
            if (IsWorkingDay(day))
                days--;
        }

        return AtHour(day, counted.TimeOfDay);
    }

    public DateTime CalendarDays(DateTime received, int days)
    {
        var counted = CountedFrom(received);
        var day = counted.Date.AddDays(days);
        while (!IsWorkingDay(day))
            day = day.AddDays(1);

        return AtHour(day, counted.TimeOfDay);
    }

    public DateTime Months(DateTime received, int months)
    {
        var counted = CountedFrom(received);
        var day = counted.Date;
        // One month at a time from the first day, so that 31 January and one month is the last of February.
        var (year, month) = (day.Year, day.Month);
        for (var i = 0; i < months; i++)
            (year, month) = month == 12 ? (year + 1, 1) : (year, month + 1);
        var last = new DateTime(year, month, Math.Min(day.Day, DateTime.DaysInMonth(year, month)), 0, 0, 0, DateTimeKind.Unspecified);
        while (!IsWorkingDay(last))
            last = last.AddDays(1);

        return AtHour(last, counted.TimeOfDay);
    }

    // The end of the day of receipt; after the cut-off, of the next working day.
    public DateTime SameDay(DateTime received, TimeOnly cutOff)
    {
        var counted = CountedFrom(received);
        if (counted.Date == received.Date && TimeOnly.FromDateTime(counted) > cutOff)
            counted = CountedFrom(received.Date.AddDays(1));
        var last = counted;
        for (var minute = counted; minute.Date == counted.Date; minute = minute.AddMinutes(1))
            last = IsOpen(minute) ? minute : last;

        return last.AddMinutes(1);
    }

    // Office minutes that lie in any of the intervals, each minute looked at once.
    public int MinutesIn(IReadOnlyCollection<(DateTime From, DateTime To)> intervals, DateTime since)
    {
        var minutes = 0;
        var end = intervals.Count == 0 ? since : intervals.Max(i => i.To);
        for (var minute = since; minute < end; minute = minute.AddMinutes(1))
            minutes += IsOpen(minute) && intervals.Any(i => minute >= i.From && minute < i.To) ? 1 : 0;

        return minutes;
    }

    // The hour of receipt; on a shorter day the next opening, or else the closing.
    private DateTime AtHour(DateTime day, TimeSpan hour)
    {
        for (var minute = day + hour; minute < day.AddDays(1); minute = minute.AddMinutes(1))
        {
            if (IsOpen(minute))
                return minute;
        }

        var last = day.AddDays(1).AddMinutes(-1);
        while (!IsOpen(last))
            last = last.AddMinutes(-1);

        return last.AddMinutes(1);
    }

    private IReadOnlyList<Session> HoursOf(DateOnly date)
    {
        var week = definition.Weeks.Where(w => w.ValidFrom <= date).MaxBy(w => w.ValidFrom)!;
        foreach (var day in definition.SpecialDays)
        {
            if (day.Date == date)
                return day.Kind == "lam_bu" ? week.Standard.Sessions : day.Hours!.Sessions;
        }

        return week.Exceptions.TryGetValue(date.DayOfWeek, out var schedule) ? schedule.Sessions : week.Standard.Sessions;
    }
}
