using OneStop.Kernel.Results;

namespace OneStop.Organisation.Domain.WorkingTime;

// Working time of one office. Pure: no clock, no I/O; safe to share between threads.
// All sums are made on Vietnam's wall clock, which has no summer time.
internal sealed class WorkingCalendar
{
    public static readonly TimeSpan VietnamOffset = TimeSpan.FromHours(7);

    // "Nhận hồ sơ sau 15 giờ thì trả kết quả trong ngày làm việc tiếp theo": 35 procedures say so (NĐ 23/2015 art. 7, for one).
    private static readonly TimeSpan SameDayCutOff = TimeSpan.FromHours(15);

    private readonly CompiledDays _days;
    private readonly CalendarDefinition _definition;
    private readonly Dictionary<DateOnly, SpecialDay> _special;

    private WorkingCalendar(CalendarDefinition definition)
    {
        _definition = definition;
        _days = new CompiledDays(definition);
        _special = definition.SpecialDays.ToDictionary(d => d.Date);
    }

    public string Code => _definition.Code;

    public DateOnly CoveredThrough => _definition.CoveredThrough;

    public static Result<WorkingCalendar> Build(CalendarDefinition definition)
    {
        var schedules = definition.Weeks.SelectMany(w => w.Exceptions.Values.Append(w.Standard))
            .Concat(definition.SpecialDays.Select(d => d.Hours).OfType<DaySchedule>());
        if (schedules.Any(s => s.HasOverlap))
        {
            return Error.Invalid(CalendarErrors.HoursOverlap, null, definition.Code);
        }

        if (definition.SpecialDays.GroupBy(d => d.Date).FirstOrDefault(g => g.Count() > 1) is { } twice)
        {
            return Error.Invalid(CalendarErrors.DuplicateDay, null, definition.Code, twice.Key);
        }

        if (definition.CoveredThrough < definition.CoveredFrom)
        {
            return Error.Invalid(CalendarErrors.NoHolidays, null, definition.Code);
        }

        var calendar = definition.Weeks.Count == 0 ? null : new WorkingCalendar(definition);
        return calendar is null || calendar._days.WorkingDayCount == 0
            ? Error.Invalid(CalendarErrors.NoWorkingDay, null, definition.Code)
            : calendar;
    }

    // The due date of a term that begins with a receipt. Day one is the day after receipt (Bộ luật Dân sự 2015 art. 147.2).
    public Result<DueDate> DueDate(DateTimeOffset received, Term term)
    {
        if (!term.IsSound)
        {
            return Error.Invalid(CalendarErrors.UnsoundTerm, null, term.Amount);
        }

        if (!TryCountedFrom(received, out var counted))
        {
            return Outside(received);
        }

        var local = term.Unit switch
        {
            TermUnit.WorkingHours => Advance(counted, Working(term.Amount * TimeSpan.TicksPerHour)),
            TermUnit.WorkingDays => AfterWorkingDays(counted, term.Amount),
            TermUnit.CalendarDays => EndOfCalendarTerm(counted, counted.Date.AddDays((double)term.Amount)),
            TermUnit.Months => EndOfCalendarTerm(counted, counted.Date.AddMonths((int)term.Amount)),
            _ => EndOfSameDay(counted),
        };
        return local is { } due ? new DueDate(ToInstant(due), ToInstant(counted)) : Outside(received);
    }

    // The moment at which a paper counts as received: in office hours itself, else the next opening.
    public Result<DateTimeOffset> CountedFrom(DateTimeOffset received) =>
        TryCountedFrom(received, out var counted) ? ToInstant(counted) : Outside(received);

    // Moves an instant by working time; used to give back the time of a pause. No time, no move.
    public Result<DateTimeOffset> Add(DateTimeOffset from, TimeSpan workingTime)
    {
        if (workingTime < TimeSpan.Zero)
        {
            return Error.Invalid(CalendarErrors.UnsoundTerm, null, workingTime.TotalHours);
        }

        var local = ToLocal(from);
        if (_days.IndexOf(local) < 0)
        {
            return Outside(from);
        }

        return workingTime == TimeSpan.Zero ? from : Advance(local, workingTime) is { } moved ? ToInstant(moved) : Outside(from);
    }

    // Working time from one instant to the other; negative when the second is earlier.
    public Result<WorkingDuration> Between(DateTimeOffset from, DateTimeOffset to)
    {
        var (start, end) = (ToLocal(from), ToLocal(to));
        if (_days.IndexOf(start) < 0)
        {
            return Outside(from);
        }

        return _days.IndexOf(end) < 0 ? Outside(to) : new WorkingDuration(TimeSpan.FromTicks(Position(end) - Position(start)));
    }

    public bool IsWorkingTime(DateTimeOffset instant)
    {
        var local = ToLocal(instant);
        var day = _days.IndexOf(local);
        return day >= 0 && _days.ScheduleAt(day).NextOpen(local.TimeOfDay) == local.TimeOfDay;
    }

    // The named days between two dates on which the office keeps other hours than its weekday: what an explanation of a date lists.
    public IEnumerable<SpecialDay> SpecialDays(DateOnly from, DateOnly through) =>
        _special.Values.Where(d => d.Date >= from && d.Date <= through).OrderBy(d => d.Date);

    private bool TryCountedFrom(DateTimeOffset received, out DateTime counted)
    {
        var local = ToLocal(received);
        counted = default;
        var day = _days.IndexOf(local);
        if (day < 0)
        {
            return false;
        }

        if (_days.ScheduleAt(day).NextOpen(local.TimeOfDay) is { } today)
        {
            counted = local.Date + today;
            return true;
        }

        if (day + 1 >= _days.Count || _days.WorkingDayFrom(day + 1) is not (>= 0 and var next))
        {
            return false;
        }

        counted = _days.MidnightOf(next) + _days.ScheduleAt(next).Opening;
        return true;
    }

    private DateTime? AfterWorkingDays(DateTime counted, decimal amount)
    {
        var whole = (int)decimal.Truncate(amount);
        var ordinal = _days.WorkingDaysBefore(_days.IndexOf(counted)) + whole;
        if (ordinal >= _days.WorkingDayCount)
        {
            return null;
        }

        var due = whole == 0 ? counted : AtSameHour(_days.WorkingDayByOrdinal(ordinal), counted.TimeOfDay);
        var part = amount - whole;
        return part == 0 ? due : Advance(due, Working(part * WorkingDuration.Day.Ticks));
    }

    // The last day counts even when it is a day of rest, and then moves to the next working day (Bộ luật Dân sự 2015 art. 148.5).
    private DateTime? EndOfCalendarTerm(DateTime counted, DateTime lastDay)
    {
        var day = _days.IndexOf(lastDay);
        var working = day < 0 ? -1 : _days.WorkingDayFrom(day);
        return working < 0 ? null : AtSameHour(working, counted.TimeOfDay);
    }

    private DateTime? EndOfSameDay(DateTime counted)
    {
        var day = _days.IndexOf(counted);
        if (counted.TimeOfDay > SameDayCutOff)
        {
            day = day + 1 < _days.Count ? _days.WorkingDayFrom(day + 1) : -1;
        }

        return day < 0 ? null : _days.MidnightOf(day) + _days.ScheduleAt(day).Closing;
    }

    // On a shorter day the hour may fall outside office hours: then the next opening of that day, or its closing.
    private DateTime AtSameHour(int day, TimeSpan hour)
    {
        var schedule = _days.ScheduleAt(day);
        return _days.MidnightOf(day) + (schedule.NextOpen(hour) ?? schedule.Closing);
    }

    private DateTime? Advance(DateTime from, TimeSpan workingTime)
    {
        var target = Position(from) + workingTime.Ticks;
        if (target > _days.TotalTicks)
        {
            return null;
        }

        var day = _days.DayWhenWorked(target);
        return _days.MidnightOf(day) + _days.ScheduleAt(day).TimeWhenWorked(TimeSpan.FromTicks(target - _days.TicksBefore(day)));
    }

    private long Position(DateTime local)
    {
        var day = _days.IndexOf(local);
        return _days.TicksBefore(day) + _days.ScheduleAt(day).WorkedUntil(local.TimeOfDay).Ticks;
    }

    private static TimeSpan Working(decimal ticks) => TimeSpan.FromTicks((long)decimal.Round(ticks));

    private static DateTime ToLocal(DateTimeOffset instant) => instant.ToOffset(VietnamOffset).DateTime;

    private static DateTimeOffset ToInstant(DateTime local) => new(local, VietnamOffset);

    private Error Outside(DateTimeOffset received) =>
        Error.RuleBroken(CalendarErrors.OutsideTable, Code, _definition.CoveredThrough, received);
}
