namespace OneStop.Organisation.Domain.WorkingTime;

// The covered days as arrays with running totals, so that adding working time over years costs one binary search.
internal sealed class CompiledDays
{
    private readonly int _first;
    private readonly DaySchedule[] _schedules;
    private readonly long[] _ticksBefore;
    private readonly int[] _workingDaysBefore;
    private readonly int[] _workingDays;

    public CompiledDays(CalendarDefinition definition)
    {
        _first = definition.CoveredFrom.DayNumber;
        var count = definition.CoveredThrough.DayNumber - _first + 1;
        var weeks = definition.Weeks.OrderByDescending(w => w.ValidFrom).ToArray();
        var special = definition.SpecialDays.ToDictionary(d => d.Date.DayNumber);

        _schedules = new DaySchedule[count];
        _ticksBefore = new long[count + 1];
        _workingDaysBefore = new int[count + 1];
        for (var i = 0; i < count; i++)
        {
            var date = DateOnly.FromDayNumber(_first + i);
            var week = Array.Find(weeks, w => w.ValidFrom <= date) ?? weeks[^1];
            _schedules[i] = special.TryGetValue(date.DayNumber, out var day) ? day.Hours ?? week.Standard : week.On(date.DayOfWeek);
            _ticksBefore[i + 1] = _ticksBefore[i] + _schedules[i].Total.Ticks;
            _workingDaysBefore[i + 1] = _workingDaysBefore[i] + (_schedules[i].IsWorking ? 1 : 0);
        }

        _workingDays = [.. Enumerable.Range(0, count).Where(i => _schedules[i].IsWorking)];
    }

    public int Count => _schedules.Length;

    public long TotalTicks => _ticksBefore[^1];

    public int WorkingDayCount => _workingDays.Length;

    // Position of the local date in the covered span, or -1.
    public int IndexOf(DateTime local)
    {
        var index = DateOnly.FromDateTime(local).DayNumber - _first;
        return (uint)index < (uint)Count ? index : -1;
    }

    public DaySchedule ScheduleAt(int index) => _schedules[index];

    public DateTime MidnightOf(int index) => DateOnly.FromDayNumber(_first + index).ToDateTime(TimeOnly.MinValue);

    public long TicksBefore(int index) => _ticksBefore[index];

    public int WorkingDaysBefore(int index) => _workingDaysBefore[index];

    // The first working day at or after the position, or -1 when the table ends before one.
    public int WorkingDayFrom(int index)
    {
        var ordinal = _workingDaysBefore[index];
        return ordinal < _workingDays.Length ? _workingDays[ordinal] : -1;
    }

    public int WorkingDayByOrdinal(int ordinal) => _workingDays[ordinal];

    // The earliest day by whose end that many ticks have been worked.
    public int DayWhenWorked(long ticks)
    {
        var found = Array.BinarySearch(_ticksBefore, ticks);
        if (found < 0)
        {
            return ~found - 1;
        }

        // Days of rest repeat the same total: step back to the day that reached it.
        while (found > 0 && _ticksBefore[found - 1] == ticks)
        {
            found--;
        }

        return Math.Max(found - 1, 0);
    }
}
