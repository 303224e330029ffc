namespace OneStop.UI;

/// <summary>Office time between two moments, for "còn 2 ngày 3 giờ": a day is eight office hours. The host answers from the working calendars.</summary>
public interface IOfficeTime
{
    /// <summary>Office minutes from one moment to another; negative when <paramref name="to"/> is before <paramref name="from"/>.</summary>
    /// <param name="agencyId">Whose office hours; the province's usual ones when empty.</param>
    /// <param name="from">From, UTC.</param>
    /// <param name="to">To, UTC.</param>
    ValueTask<int> MinutesBetweenAsync(Guid agencyId, DateTimeOffset from, DateTimeOffset to);
}
