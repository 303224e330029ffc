using Microsoft.EntityFrameworkCore;
using OneStop.Kernel.Time;
using OneStop.Kernel.Time.Calendars;
using OneStop.Organisation.Contracts;
using OneStop.Organisation.Data;

namespace OneStop.Organisation.Integrations;

// How far holidays are planned, and how far dates reach that are promised. The plan of a year is decided late in the year before; a receipt is refused
// as soon as its date lies beyond the plan, so it is asked for while there is time to enter it.
internal sealed record HolidayPlanState(DateOnly? PlannedThrough, DateOnly NeededThrough)
{
    public bool RunsOut => PlannedThrough is not { } last || last < NeededThrough;
}

internal sealed class HolidayPlanWatch(OrganisationDbContext context, IEnumerable<ICalendarAudience> audiences, TimeProvider time)
{
    // A new dossier with as long a term must find its date planned for two months to come.
    private const int DaysAhead = 60;

    public async Task<HolidayPlanState> ReadAsync(CancellationToken cancellationToken)
    {
        var table = await context.Holidays.AsNoTracking().ToListAsync(cancellationToken);
        var years = HolidayPlan.PlannedYears([.. table.Select(h => h.ToSpecialDay())]);
        var furthest = time.GetUtcNow();
        foreach (var audience in audiences)
        {
            if (await audience.FurthestAsync(cancellationToken) is { } promised && promised > furthest)
                furthest = promised;
        }

        return new HolidayPlanState(years.Count == 0 ? null : new DateOnly(years[^1], 12, 31), furthest.VietnamDate().AddDays(DaysAhead));
    }
}
