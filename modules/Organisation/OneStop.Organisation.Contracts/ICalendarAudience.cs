using OneStop.Kernel.Time.Calendars;

namespace OneStop.Organisation.Contracts;

/// <summary>Whoever has promised dates on the working calendars. Asked before a calendar is changed, so that a person sees what the change would move.</summary>
public interface ICalendarAudience
{
    /// <summary>What would move if the agencies worked by these calendars. Changes nothing.</summary>
    /// <param name="calendars">The calendars as they would be, by agency; agencies that are not named keep theirs.</param>
    /// <param name="cancellationToken">Set when nobody waits for the answer any more.</param>
    Task<IReadOnlyList<CalendarMove>> MovesAsync(IReadOnlyDictionary<Guid, WorkingCalendar> calendars, CancellationToken cancellationToken);

    /// <summary>The furthest date promised of what is running, UTC: so far ahead holidays must be planned. Null when nothing is promised.</summary>
    Task<DateTimeOffset?> FurthestAsync(CancellationToken cancellationToken) => Task.FromResult<DateTimeOffset?>(null);
}

/// <summary>One date that a changed calendar would move.</summary>
/// <param name="Id">The dossier.</param>
/// <param name="Code">What people call it.</param>
/// <param name="From">The date as promised, UTC.</param>
/// <param name="To">The date by the changed calendar, UTC; null when that calendar can no longer tell it.</param>
/// <param name="Step">The step whose date it is; null for the appointment of the dossier.</param>
public sealed record CalendarMove(Guid Id, string Code, DateTimeOffset From, DateTimeOffset? To, string? Step = null);
