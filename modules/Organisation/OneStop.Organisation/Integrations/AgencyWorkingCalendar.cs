using OneStop.Kernel.Results;
using OneStop.Kernel.Time;
using OneStop.Organisation.Contracts;
using OneStop.Organisation.Domain;
using OneStop.Organisation.Domain.WorkingTime;

namespace OneStop.Organisation.Integrations;

internal sealed class AgencyWorkingCalendar(OrganisationCache cache) : IWorkingCalendar
{
    // For spans that reach beyond the holiday table: what is shown as time left or time late stays alive, only without holidays.
    private static readonly WorkingCalendar WithoutHolidays = WorkingCalendar.Build(
        new CalendarDefinition("plain", [WeeklyHours.Default], [], new DateOnly(2000, 1, 1), new DateOnly(2099, 12, 31))).Value;

    public async Task<Result<DueDate>> DueAsync(Guid agencyId, DateTimeOffset receivedAt, Term term, CancellationToken cancellationToken)
    {
        if (await FindAsync(agencyId, cancellationToken) is not { } calendar)
            return Error.NotFound(OrganisationErrors.UnknownAgency);

        return calendar.EndOf(term, receivedAt).Map(end => new DueDate(
            end.Due, end.CountedFrom, [.. calendar.DaysOff(end.CountedFrom, end.Due).Select(d => new SkippedDay(d.Day, d.Name))]));
    }

    public async Task<Result<DateTimeOffset>> ExtendAsync(
        Guid agencyId, DateTimeOffset dueAt, DateTimeOffset pausedAt, DateTimeOffset resumedAt, CancellationToken cancellationToken)
    {
        if (await FindAsync(agencyId, cancellationToken) is not { } calendar)
            return Error.NotFound(OrganisationErrors.UnknownAgency);

        var paused = calendar.Between(pausedAt, resumedAt);
        return paused.IsSuccess ? calendar.Add(dueAt, paused.Value) : paused.AsFailure<DateTimeOffset>();
    }

    public async Task<Result<DateTimeOffset>> AddHoursAsync(Guid agencyId, DateTimeOffset from, decimal hours, CancellationToken cancellationToken) =>
        await FindAsync(agencyId, cancellationToken) is { } calendar ? calendar.AddHours(from, hours) : Error.NotFound(OrganisationErrors.UnknownAgency);

    public async Task<WorkingSpan> BetweenAsync(Guid agencyId, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken)
    {
        var calendar = await FindAsync(agencyId, cancellationToken) ?? WithoutHolidays;
        if (!calendar.Between(from, to).TryGet(out var span) && !WithoutHolidays.Between(from, to).TryGet(out span))
            span = TimeSpan.Zero;
        return new WorkingSpan((int)span.TotalMinutes);
    }

    private async ValueTask<WorkingCalendar?> FindAsync(Guid agencyId, CancellationToken cancellationToken)
    {
        var organisation = await cache.OrganisationAsync(cancellationToken);
        return organisation.Agency(agencyId) is { } agency ? await cache.CalendarAsync(agency.CalendarCode, cancellationToken) : null;
    }
}
