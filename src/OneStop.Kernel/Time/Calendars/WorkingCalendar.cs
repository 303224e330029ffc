using OneStop.Kernel.Results;

namespace OneStop.Kernel.Time.Calendars;

/// <summary>
/// Working time of one office. Pure: no clock, no I/O; safe to share between threads.
/// All sums are made on Vietnam's wall clock, which has no summer time.
/// </summary>
public sealed class WorkingCalendar
{
    // Longer than any term in law; guards the arithmetic against typing errors in the catalogue.
    private const int LongestTerm = 40_000;
    private const int HoursADay = 8;

    private readonly CompiledDays days;
    private readonly CalendarDefinition definition;
    private readonly SpecialDay[] special;

    private WorkingCalendar(CalendarDefinition definition)
    {
        this.definition = definition;
        days = new CompiledDays(definition);
        special = [.. definition.SpecialDays.OrderBy(d => d.Date)];
    }

    /// <summary>Code of the calendar.</summary>
    public string Code => definition.Code;

    /// <summary>First day for which holidays are planned.</summary>
    public DateOnly CoveredFrom => definition.CoveredFrom;

    /// <summary>Last day for which holidays are planned.</summary>
    public DateOnly CoveredThrough => definition.CoveredThrough;

    /// <summary>A calendar to compute with, or why the definition is not one.</summary>
    public static Result<WorkingCalendar> Build(CalendarDefinition definition)
    {
        var schedules = definition.Weeks.SelectMany(w => w.Exceptions.Values.Append(w.Standard))
            .Concat(definition.SpecialDays.Select(d => d.Hours).OfType<DaySchedule>());
        if (schedules.Any(s => s.HasOverlap))
            return Error.Invalid(CalendarErrors.HoursOverlap, null, definition.Code);

        if (definition.SpecialDays.GroupBy(d => d.Date).FirstOrDefault(g => g.Count() > 1) is { } twice)
            return Error.Invalid(CalendarErrors.DuplicateDay, null, definition.Code, twice.Key);

        if (definition.SpecialDays.FirstOrDefault(d => d.Kind == DayKinds.PartOfDay && d.Hours is not { IsWorking: true }) is { } empty)
            return Error.Invalid(CalendarErrors.PartWithoutHours, null, definition.Code, empty.Date);

        if (!definition.Weeks.Any(w => w.Standard.IsWorking || w.Exceptions.Values.Any(s => s.IsWorking)))
            return Error.Invalid(CalendarErrors.NoWorkingDay, null, definition.Code);

        if (definition.CoveredThrough < definition.CoveredFrom)
            return Error.Invalid(CalendarErrors.NoHolidays, null, definition.Code);

        var calendar = new WorkingCalendar(definition);
        return calendar.days.WorkingDayCount == 0 ? Error.Invalid(CalendarErrors.NoWorkingDay, null, definition.Code) : calendar;
    }

    /// <summary>
    /// When a term that starts with a receipt ends. Day one is the day after receipt (Bộ luật Dân sự 2015 art. 147.2);
    /// no days at all means the day of receipt itself.
    /// </summary>
    /// <param name="term">The term.</param>
    /// <param name="received">When the paper came.</param>
    /// <param name="cutOff">What comes later in the day counts as the next working day's: the 15:00 of same-day procedures.</param>
    public Result<TermEnd> EndOf(Term term, DateTimeOffset received, TimeOnly? cutOff = null)
    {
        if (!IsSound(term))
            return Error.Invalid(CalendarErrors.UnsoundTerm, null, term.Amount);

        if (!TryCountedFrom(received, cutOff, out var counted))
            return NotPlanned();

        var local = term.Unit switch
        {
            _ when term.IsSameDay => EndOfSameDay(counted),
            TermUnit.WorkingHours => Advance(counted, Hours(term.Amount)),
            TermUnit.WorkingDays => AfterWorkingDays(counted, term.Amount),
            TermUnit.CalendarDays => EndOfCalendarTerm(counted, counted.Date.AddDays((int)term.Amount)),
            TermUnit.Months => EndOfCalendarTerm(counted, counted.Date.AddMonths((int)term.Amount)),
            _ => throw new ArgumentOutOfRangeException(nameof(term)),
        };
        return local is { } due ? new TermEnd(ToInstant(due), ToInstant(counted)) : NotPlanned();
    }

    /// <summary>Office hours counted from an instant: the end of a step.</summary>
    public Result<DateTimeOffset> AddHours(DateTimeOffset from, decimal hours)
    {
        if (hours is < 0 or > LongestTerm)
            return Error.Invalid(CalendarErrors.UnsoundTerm, null, hours);

        return Add(from, Hours(hours));
    }

    /// <summary>The moment at which a paper counts as received: in office hours itself, else the next opening.</summary>
    public Result<DateTimeOffset> CountedFrom(DateTimeOffset received, TimeOnly? cutOff = null) =>
        TryCountedFrom(received, cutOff, out var counted) ? ToInstant(counted) : NotPlanned();

    /// <summary>Moves an instant by working time, forwards or back. No time, no move.</summary>
    public Result<DateTimeOffset> Add(DateTimeOffset from, TimeSpan workingTime)
    {
        var local = ToLocal(from);
        if (days.IndexOf(local) < 0)
            return NotPlanned();

        return workingTime == TimeSpan.Zero ? from : Advance(local, workingTime) is { } moved ? ToInstant(moved) : NotPlanned();
    }

    /// <summary>Working time from one instant to the other; negative when the second is earlier.</summary>
    public Result<TimeSpan> Between(DateTimeOffset from, DateTimeOffset to)
    {
        var (start, end) = (ToLocal(from), ToLocal(to));
        if (days.IndexOf(start) < 0 || days.IndexOf(end) < 0)
            return NotPlanned();

        return TimeSpan.FromTicks(Position(end) - Position(start));
    }

    /// <summary>Whether the office is open at the instant.</summary>
    public bool IsWorkingTime(DateTimeOffset instant)
    {
        var local = ToLocal(instant);
        var day = days.IndexOf(local);
        return day >= 0 && days.ScheduleAt(day).NextOpen(local.TimeOfDay) == local.TimeOfDay;
    }

    /// <summary>The hours of a day, or null outside the planned years.</summary>
    public DaySchedule? ScheduleOf(DateOnly day) => days.IndexOf(day.ToDateTime(TimeOnly.MinValue)) is >= 0 and var index ? days.ScheduleAt(index) : null;

    /// <summary>What the holiday table says of a day, or null.</summary>
    public SpecialDay? SpecialDayOn(DateOnly day) => PlaceOf(day) is var place && place < special.Length && special[place].Date == day ? special[place] : null;

    /// <summary>The first working day on or after a day, or null when the table ends before one.</summary>
    public DateOnly? WorkingDayFrom(DateOnly day)
    {
        var index = days.IndexOf(day.ToDateTime(TimeOnly.MinValue));
        var working = index < 0 ? -1 : days.WorkingDayFrom(index);
        return working < 0 ? null : DateOnly.FromDateTime(days.MidnightOf(working));
    }

    /// <summary>What lies between two instants, both days included: days of weekly rest, and the days that the holiday table names.</summary>
    public (int WeeklyRest, IReadOnlyList<SpecialDay> Special) DaysWithin(DateTimeOffset from, DateTimeOffset to)
    {
        var (first, last) = (days.IndexOf(ToLocal(from)), days.IndexOf(ToLocal(to)));
        if (first < 0 || last < first)
            return (0, []);

        var (firstDay, lastDay) = (DateOnly.FromDateTime(days.MidnightOf(first)), DateOnly.FromDateTime(days.MidnightOf(last)));
        var named = new List<SpecialDay>();
        for (var at = PlaceOf(firstDay); at < special.Length && special[at].Date <= lastDay; at++)
            named.Add(special[at]);
        var off = last - first + 1 - (days.WorkingDaysBefore(last + 1) - days.WorkingDaysBefore(first));
        return (off - named.Count(d => ScheduleOf(d.Date) is { IsWorking: false }), named);
    }

    // Position of the first named day on or after the day.
    private int PlaceOf(DateOnly day)
    {
        var (low, high) = (0, special.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (special[middle].Date < day)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }

    // The same day is a term of zero days; nothing else is zero, and only hours and working days have parts.
    private static bool IsSound(Term term) =>
        term.IsSameDay || (term.Amount is > 0 and <= LongestTerm && (term.Unit is TermUnit.WorkingHours or TermUnit.WorkingDays || decimal.IsInteger(term.Amount)));

    private static TimeSpan Hours(decimal hours) => TimeSpan.FromTicks((long)decimal.Round(hours * TimeSpan.TicksPerHour));

    private bool TryCountedFrom(DateTimeOffset received, TimeOnly? cutOff, out DateTime counted)
    {
        var local = ToLocal(received);
        counted = default;
        var day = days.IndexOf(local);
        if (day < 0)
            return false;

        if (days.ScheduleAt(day).NextOpen(local.TimeOfDay) is { } today && (cutOff is not { } last || today <= last.ToTimeSpan()))
        {
            counted = local.Date + today;
            return true;
        }

        if (day + 1 >= days.Count || days.WorkingDayFrom(day + 1) is not (>= 0 and var next))
            return false;

        counted = days.MidnightOf(next) + days.ScheduleAt(next).Opening;
        return true;
    }

    private DateTime? AfterWorkingDays(DateTime counted, decimal count)
    {
        var whole = (int)count;
        var ordinal = days.WorkingDaysBefore(days.IndexOf(counted)) + whole;
        if (ordinal >= days.WorkingDayCount)
            return null;

        var end = AtSameHour(days.WorkingDayByOrdinal(ordinal), counted.TimeOfDay);
        return count == whole ? end : Advance(end, Hours((count - whole) * HoursADay));
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
        return days.MidnightOf(day) + days.ScheduleAt(day).Closing;
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
        if (target < 0 || target > days.TotalTicks)
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
