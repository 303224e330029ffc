using OneStop.Kernel.Results;
using OneStop.Kernel.Time.Calendars;
using OneStop.Organisation.Contracts;

namespace OneStop.Approvals.Tests.Office;

/// <summary>An office that never closes, so that tests read hours as they are.</summary>
internal sealed class FakeCalendar : IWorkingCalendar
{
    private static readonly WeeklyHours Always = new(
        DateOnly.MinValue, new DaySchedule(new Session(TimeOnly.MinValue, TimeOnly.MaxValue)), new Dictionary<DayOfWeek, DaySchedule>());

    private static readonly WorkingCalendar Plain = WorkingCalendar.Build(
        new CalendarDefinition("test", [Always], [], new DateOnly(2000, 1, 1), new DateOnly(2099, 12, 31))).Value;

    private WorkingCalendar inForce = Plain;

    /// <summary>A day on which nobody works, from now on.</summary>
    public void Close(DateOnly day) => inForce = WorkingCalendar.Build(
        new CalendarDefinition("test", [Always], [SpecialDay.FromTable(day, "Nghỉ", DayKinds.Holiday)], new DateOnly(2000, 1, 1), new DateOnly(2099, 12, 31))).Value;

    public Task<Result<WorkingCalendar>> ForAsync(Guid agencyId, CancellationToken cancellationToken) => Task.FromResult<Result<WorkingCalendar>>(inForce);

    public Task<Result<DateTimeOffset>> ExtendAsync(Guid agencyId, DateTimeOffset dueAt, DateTimeOffset pausedAt, DateTimeOffset resumedAt, CancellationToken cancellationToken) =>
        Task.FromResult<Result<DateTimeOffset>>(dueAt + (resumedAt - pausedAt));

    public Task<Result<DateTimeOffset>> AddHoursAsync(Guid agencyId, DateTimeOffset from, decimal hours, CancellationToken cancellationToken) =>
        Task.FromResult<Result<DateTimeOffset>>(from.AddHours((double)hours));

    public Task<WorkingSpan> BetweenAsync(Guid agencyId, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken) =>
        Task.FromResult(new WorkingSpan((int)(to - from).TotalMinutes));
}
