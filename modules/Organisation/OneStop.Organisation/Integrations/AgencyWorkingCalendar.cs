using OneStop.Kernel.Results;
using OneStop.Kernel.Time.Calendars;
using OneStop.Organisation.Contracts;
using OneStop.Organisation.Domain;

namespace OneStop.Organisation.Integrations;

internal sealed class AgencyWorkingCalendar(OrganisationCache cache) : IWorkingCalendar
{
    // For spans that reach beyond the holiday table: what is shown as time left or time late stays alive, only without holidays.
    private static readonly WorkingCalendar WithoutHolidays = WorkingCalendar.Build(
        new CalendarDefinition("plain", [WeeklyHours.Default], [], new DateOnly(2000, 1, 1), new DateOnly(2099, 12, 31))).Value;

    // A calendar that cannot be computed with says why; an agency without one is a mistake of the catalogue of agencies.
    public async Task<Result<WorkingCalendar>> ForAsync(Guid agencyId, CancellationToken cancellationToken)
    {
        var organisation = await cache.OrganisationAsync(cancellationToken);
        return organisation.Agency(agencyId) is { } agency ? await cache.CalendarAsync(agency.CalendarCode, cancellationToken) : Error.NotFound(OrganisationErrors.UnknownAgency);
    }

    public async Task<Result<DateTimeOffset>> ExtendAsync(
        Guid agencyId, DateTimeOffset dueAt, DateTimeOffset pausedAt, DateTimeOffset resumedAt, CancellationToken cancellationToken)
    {
        var found = await ForAsync(agencyId, cancellationToken);
        if (!found.TryGet(out var calendar))
            return found.AsFailure<DateTimeOffset>();

        var paused = calendar.Between(pausedAt, resumedAt);
        return paused.IsSuccess ? calendar.Add(dueAt, paused.Value) : paused.AsFailure<DateTimeOffset>();
    }

    public async Task<Result<DateTimeOffset>> AddHoursAsync(Guid agencyId, DateTimeOffset from, decimal hours, CancellationToken cancellationToken) =>
        await ForAsync(agencyId, cancellationToken) is var found && found.TryGet(out var calendar) ? calendar.AddHours(from, hours) : found.AsFailure<DateTimeOffset>();

    public async Task<WorkingSpan> BetweenAsync(Guid agencyId, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken)
    {
        var calendar = (await ForAsync(agencyId, cancellationToken)).TryGet(out var found) ? found : WithoutHolidays;
        if (!calendar.Between(from, to).TryGet(out var span) && !WithoutHolidays.Between(from, to).TryGet(out span))
            span = TimeSpan.Zero;
        return new WorkingSpan((int)span.TotalMinutes);
    }

    public void Refresh() => cache.Clear();
}
