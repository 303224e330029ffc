namespace OneStop.Kernel.Time.Calendars;

// The covered days as arrays with running totals, so that adding working time over years costs one binary search.
internal sealed class CompiledDays
{
    private readonly int first;
    private readonly DaySchedule[] schedules;
    private readonly long[] ticksBefore;
    private readonly int[] workingDaysBefore;
    private readonly int[] workingDays;

    public CompiledDays(CalendarDefinition definition)
    {
        first = definition.CoveredFrom.DayNumber;
        var count = definition.CoveredThrough.DayNumber - first + 1;
        var weeks = definition.Weeks.OrderByDescending(w => w.ValidFrom).ToArray();
        var exceptional = definition.SpecialDays.ToDictionary(d => d.Date.DayNumber);

        schedules = new DaySchedule[count];
        ticksBefore = new long[count + 1];
        workingDaysBefore = new int[count + 1];
        for (var i = 0; i < count; i++)
        {
            var date = DateOnly.FromDayNumber(first + i);
            var week = Array.Find(weeks, w => w.ValidFrom <= date) ?? weeks[^1];
            schedules[i] = exceptional.TryGetValue(date.DayNumber, out var day) ? day.Hours ?? week.Standard : week.On(date.DayOfWeek);
            ticksBefore[i + 1] = ticksBefore[i] + schedules[i].Total.Ticks;
            workingDaysBefore[i + 1] = workingDaysBefore[i] + (schedules[i].IsWorking ? 1 : 0);
        }

        workingDays = [.. Enumerable.Range(0, count).Where(i => schedules[i].IsWorking)];
    }

    public int Count => schedules.Length;

    public long TotalTicks => ticksBefore[^1];

    public int WorkingDayCount => workingDays.Length;

    // Position of the local date in the covered span, or -1.
    public int IndexOf(DateTime local)
    {
        var index = DateOnly.FromDateTime(local).DayNumber - first;
        return (uint)index < (uint)Count ? index : -1;
    }

    public DaySchedule ScheduleAt(int index) => schedules[index];

    public DateTime MidnightOf(int index) => DateOnly.FromDayNumber(first + index).ToDateTime(TimeOnly.MinValue);

    public long TicksBefore(int index) => ticksBefore[index];

    public int WorkingDaysBefore(int index) => workingDaysBefore[index];

    // The first working day at or after the position, or -1 when the table ends before one.
    public int WorkingDayFrom(int index)
    {
        var ordinal = workingDaysBefore[index];
        return ordinal < workingDays.Length ? workingDays[ordinal] : -1;
    }

    public int WorkingDayByOrdinal(int ordinal) => workingDays[ordinal];

    // The earliest day by whose end that many ticks have been worked.
    public int DayWhenWorked(long ticks)
    {
        var found = Array.BinarySearch(ticksBefore, ticks);
        if (found < 0)
            return ~found - 1;

        // Days of rest repeat the same total: step back to the day that reached it.
        while (found > 0 && ticksBefore[found - 1] == ticks)
            found--;

        return Math.Max(found - 1, 0);
    }
}
