using OneStop.Kernel.Results;
using OneStop.Kernel.Time;
using OneStop.Organisation.Contracts;

namespace OneStop.Organisation.Domain.WorkingTime;

// Working time of one office. Pure: no clock, no I/O; safe to share between threads.
// All sums are made on Vietnam's wall clock, which has no summer time.
internal sealed class WorkingCalendar
{
    // Longer than any term in law; guards the arithmetic against typing errors in the catalogue.
    private const int LongestTerm = 40_000;

    // "Nhận hồ sơ sau 15 giờ thì trả kết quả trong ngày làm việc tiếp theo": 35 procedures say so (NĐ 23/2015 art. 7, for one).
    private static readonly TimeSpan SameDayCutOff = TimeSpan.FromHours(15);

    private readonly CompiledDays days;
    private readonly CalendarDefinition definition;
    private readonly Dictionary<DateOnly, SpecialDay> special;

    private WorkingCalendar(CalendarDefinition definition)
    {
        this.definition = definition;
        days = new CompiledDays(definition);
        special = definition.SpecialDays.ToDictionary(d => d.Date);
    }

    public string Code => definition.Code;

    public DateOnly CoveredThrough => definition.CoveredThrough;

    public static Result<WorkingCalendar> Build(CalendarDefinition definition)
    {
        var schedules = definition.Weeks.SelectMany(w => w.Exceptions.Values.Append(w.Standard))
            .Concat(definition.SpecialDays.Select(d => d.Hours).OfType<DaySchedule>());
        if (schedules.Any(s => s.HasOverlap))
            return Error.Invalid(WorkingTimeErrors.HoursOverlap, null, definition.Code);

        if (definition.SpecialDays.GroupBy(d => d.Date).FirstOrDefault(g => g.Count() > 1) is { } twice)
            return Error.Invalid(WorkingTimeErrors.DuplicateDay, null, definition.Code, twice.Key);

        if (definition.CoveredThrough < definition.CoveredFrom)
            return Error.Invalid(WorkingTimeErrors.NoHolidays, null, definition.Code);

        var calendar = definition.Weeks.Count == 0 ? null : new WorkingCalendar(definition);
        return calendar is null || calendar.days.WorkingDayCount == 0
            ? Error.Invalid(WorkingTimeErrors.NoWorkingDay, null, definition.Code)
            : calendar;
    }

    // Day one is the day after receipt (Bộ luật Dân sự 2015 art. 147.2). No days at all means the day of receipt itself.
    public Result<TermEnd> EndOf(Term term, DateTimeOffset received)
    {
        var sameDay = term is { Amount: 0, Unit: TermUnit.WorkingDays or TermUnit.CalendarDays };
        if (!sameDay && term.Amount is < 1 or > LongestTerm)
            return Error.Invalid(WorkingTimeErrors.UnsoundTerm, null, term.Amount);

        if (!TryCountedFrom(received, out var counted))
            return NotPlanned();

        var local = term.Unit switch
        {
            _ when sameDay => EndOfSameDay(counted),
            TermUnit.WorkingHours => Advance(counted, TimeSpan.FromHours((double)term.Amount)),
            TermUnit.WorkingDays => AfterWorkingDays(counted, (int)term.Amount),
            TermUnit.CalendarDays => EndOfCalendarTerm(counted, counted.Date.AddDays((int)term.Amount)),
            TermUnit.Months => EndOfCalendarTerm(counted, counted.Date.AddMonths((int)term.Amount)),
            _ => throw new ArgumentOutOfRangeException(nameof(term)),
        };
        return local is { } due ? new TermEnd(ToInstant(due), ToInstant(counted)) : NotPlanned();
    }

    // The end of a step: office hours counted from when the task arrived.
    public Result<DateTimeOffset> AddHours(DateTimeOffset from, decimal hours)
    {
        if (hours is < 0 or > LongestTerm)
            return Error.Invalid(WorkingTimeErrors.UnsoundTerm, null, hours);

        return Add(from, TimeSpan.FromTicks((long)decimal.Round(hours * TimeSpan.TicksPerHour)));
    }

    // The moment at which a paper counts as received: in office hours itself, else the next opening.
    public Result<DateTimeOffset> CountedFrom(DateTimeOffset received) =>
        TryCountedFrom(received, out var counted) ? ToInstant(counted) : NotPlanned();

    // Moves an instant by working time; used to give back the time of a pause. No time, no move.
    public Result<DateTimeOffset> Add(DateTimeOffset from, TimeSpan workingTime)
    {
        if (workingTime < TimeSpan.Zero)
            return Error.Invalid(WorkingTimeErrors.UnsoundTerm, null, workingTime.TotalHours);

        var local = ToLocal(from);
        if (days.IndexOf(local) < 0)
            return NotPlanned();

        return workingTime == TimeSpan.Zero ? from : Advance(local, workingTime) is { } moved ? ToInstant(moved) : NotPlanned();
    }

    // Working time from one instant to the other; negative when the second is earlier.
    public Result<TimeSpan> Between(DateTimeOffset from, DateTimeOffset to)
    {
        var (start, end) = (ToLocal(from), ToLocal(to));
        if (days.IndexOf(start) < 0)
            return NotPlanned();

        return days.IndexOf(end) < 0 ? NotPlanned() : TimeSpan.FromTicks(Position(end) - Position(start));
    }

    public bool IsWorkingTime(DateTimeOffset instant)
    {
        var local = ToLocal(instant);
        var day = days.IndexOf(local);
        return day >= 0 && days.ScheduleAt(day).NextOpen(local.TimeOfDay) == local.TimeOfDay;
    }

    // Whole days off between two instants, named when they are holidays and not mere weekly rest: what an explanation of a date lists.
    public IEnumerable<(DateOnly Day, string? Name)> DaysOff(DateTimeOffset from, DateTimeOffset to)
    {
        for (var day = days.IndexOf(ToLocal(from)); day >= 0 && day < days.Count && days.MidnightOf(day) <= ToLocal(to); day++)
        {
            if (!days.ScheduleAt(day).IsWorking)
            {
                var date = DateOnly.FromDateTime(days.MidnightOf(day));
                yield return (date, special.GetValueOrDefault(date)?.Name);
            }
        }
    }

    private bool TryCountedFrom(DateTimeOffset received, out DateTime counted)
    {
        var local = ToLocal(received);
        counted = default;
        var day = days.IndexOf(local);
        if (day < 0)
            return false;

        if (days.ScheduleAt(day).NextOpen(local.TimeOfDay) is { } today)
        {
            counted = local.Date + today;
            return true;
        }

        if (day + 1 >= days.Count || days.WorkingDayFrom(day + 1) is not (>= 0 and var next))
            return false;

        counted = days.MidnightOf(next) + days.ScheduleAt(next).Opening;
        return true;
    }

    private DateTime? AfterWorkingDays(DateTime counted, int count)
    {
        var ordinal = days.WorkingDaysBefore(days.IndexOf(counted)) + count;
        return ordinal < days.WorkingDayCount ? AtSameHour(days.WorkingDayByOrdinal(ordinal), counted.TimeOfDay) : null;
    }

    // The last day counts even when it is a day of rest, and then moves to the next working day (Bộ luật Dân sự 2015 art. 148.5).
    private DateTime? EndOfCalendarTerm(DateTime counted, DateTime lastDay)
    {
        var day = days.IndexOf(lastDay);
        var working = day < 0 ? -1 : days.WorkingDayFrom(day);
        return working < 0 ? null : AtSameHour(working, counted.TimeOfDay);
    }

    private DateTime? EndOfSameDay(DateTime counted)
    {
        var day = days.IndexOf(counted);
        if (counted.TimeOfDay > SameDayCutOff)
            day = day + 1 < days.Count ? days.WorkingDayFrom(day + 1) : -1;

        return day < 0 ? null : days.MidnightOf(day) + days.ScheduleAt(day).Closing;
    }

    // On a shorter day the hour may fall outside office hours: then the next opening of that day, or its closing.
    private DateTime AtSameHour(int day, TimeSpan hour)
    {
        var schedule = days.ScheduleAt(day);
        return days.MidnightOf(day) + (schedule.NextOpen(hour) ?? schedule.Closing);
    }

    private DateTime? Advance(DateTime from, TimeSpan workingTime)
    {
        var target = Position(from) + workingTime.Ticks;
        if (target > days.TotalTicks)
            return null;

        var day = days.DayWhenWorked(target);
        return days.MidnightOf(day) + days.ScheduleAt(day).TimeWhenWorked(TimeSpan.FromTicks(target - days.TicksBefore(day)));
    }

    private long Position(DateTime local)
    {
        var day = days.IndexOf(local);
        return days.TicksBefore(day) + days.ScheduleAt(day).WorkedUntil(local.TimeOfDay).Ticks;
    }

    private static DateTime ToLocal(DateTimeOffset instant) => instant.ToVietnam().DateTime;

    private static DateTimeOffset ToInstant(DateTime local) => new DateTimeOffset(local, VietnamTime.Zone.BaseUtcOffset).ToUniversalTime();

    private Error NotPlanned() => Error.RuleBroken(CalendarErrors.NotPlanned, CoveredThrough);
}
