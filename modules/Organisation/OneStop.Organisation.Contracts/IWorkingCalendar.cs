using OneStop.Kernel.Results;
using OneStop.Kernel.Time.Calendars;

namespace OneStop.Organisation.Contracts;

/// <summary>Working time of an agency: office hours, weekly rest, holidays and swapped days in force. All instants are UTC.</summary>
public interface IWorkingCalendar
{
    /// <summary>The calendar itself, for computing without further questions. Fails when the agency is unknown or its calendar is unsound.</summary>
    Task<Result<WorkingCalendar>> ForAsync(Guid agencyId, CancellationToken cancellationToken);

    /// <summary>The due date moved by the working time between two instants, for a pause.</summary>
    Task<Result<DateTimeOffset>> ExtendAsync(Guid agencyId, DateTimeOffset dueAt, DateTimeOffset pausedAt, DateTimeOffset resumedAt, CancellationToken cancellationToken);

    /// <summary>The end of <paramref name="hours"/> office hours from an instant, for a step.</summary>
    Task<Result<DateTimeOffset>> AddHoursAsync(Guid agencyId, DateTimeOffset from, decimal hours, CancellationToken cancellationToken);

    /// <summary>Office time between two instants; negative when <paramref name="to"/> is before <paramref name="from"/>.</summary>
    Task<WorkingSpan> BetweenAsync(Guid agencyId, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken);

    /// <summary>Lets what was read before go: the next question is answered from the calendars as they are stored now.</summary>
    void Refresh()
    {
    }
}

/// <summary>An amount of office time. A day is eight hours.</summary>
/// <param name="Minutes">Minutes; negative when late.</param>
public sealed record WorkingSpan(int Minutes)
{
    private const int MinutesPerDay = 8 * 60;

    /// <summary>Whether the span is negative.</summary>
    public bool IsNegative => Minutes < 0;

    /// <summary>Whole days of eight hours, without sign.</summary>
    public int Days => Math.Abs(Minutes) / MinutesPerDay;

    /// <summary>Whole hours after the days, without sign.</summary>
    public int Hours => Math.Abs(Minutes) % MinutesPerDay / 60;

    /// <summary>Minutes after days and hours, without sign.</summary>
    public int RestMinutes => Math.Abs(Minutes) % 60;
}
