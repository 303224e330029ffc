using Microsoft.EntityFrameworkCore;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Results;
using OneStop.Kernel.Time;
using OneStop.Kernel.Time.Calendars;
using OneStop.Organisation.Data;
using OneStop.Organisation.Domain;
using OneStop.Organisation.Integrations;

namespace OneStop.Organisation.Features.ChangeCalendar;

// The holidays of a year, the editions of office hours, and the latest changes.
[Requires(OrganisationPermissions.ManageCalendars)]
internal sealed record ReadCalendars(int? Year) : IQuery<CalendarsView>;

public sealed record CalendarDay(DateOnly Date, string Name, string Kind, string? Hours, string? Document);

public sealed record CalendarEdition(string Code, string Name, DateOnly ValidFrom, IReadOnlyList<(DayOfWeek Day, string Hours)> Week);

public sealed record CalendarChangeLine(DateTimeOffset At, string Summary, string Ground, string Document, int Moved, int MovedSteps, string ActorName);

public sealed record CalendarsView(
    int Year, IReadOnlyList<int> Years, IReadOnlyList<CalendarDay> Days, IReadOnlyList<string> Gaps, IReadOnlyList<CalendarEdition> Editions,
    IReadOnlyList<CalendarChangeLine> Changes, DateOnly? PlannedThrough, DateOnly NeededThrough, bool RunsOut, IReadOnlyList<CalendarUse> Calendars);

public sealed record CalendarUse(string Code, string Name, int Agencies, IReadOnlyList<string> Names);

internal sealed class ReadCalendarsHandler(OrganisationDbContext context, HolidayPlanWatch watch, TimeProvider time) : IHandler<ReadCalendars, CalendarsView>
{
    private const int LatestChanges = 20;
    private const int MostNames = 100;
    private static readonly DayOfWeek[] Week =
        [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday, DayOfWeek.Saturday, DayOfWeek.Sunday];

    public async Task<Result<CalendarsView>> Handle(ReadCalendars request, CancellationToken cancellationToken)
    {
        var thisYear = time.GetUtcNow().VietnamDate().Year;
        var year = request.Year is >= 2000 and <= 2100 ? request.Year.Value : thisYear;
        var table = await context.Holidays.AsNoTracking().OrderBy(h => h.Day).ToListAsync(cancellationToken);
        var calendars = await context.Calendars.AsNoTracking().Include(c => c.Sessions).OrderBy(c => c.Code).ToListAsync(cancellationToken);
        var changes = await context.CalendarChanges.AsNoTracking().OrderByDescending(c => c.At).ThenByDescending(c => c.Id).Take(LatestChanges)
            .Select(c => new CalendarChangeLine(c.At, c.Summary, c.Ground, c.Document, c.MovedDossiers, c.MovedSteps, c.ActorName)).ToListAsync(cancellationToken);
        var plan = await watch.ReadAsync(cancellationToken);
        var uses = await context.Agencies.AsNoTracking().GroupBy(a => a.CalendarCode).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(u => u.Key, u => u.Count, cancellationToken);
        var named = await context.Agencies.AsNoTracking().Where(a => a.CalendarCode != OfficeCalendar.Standard).OrderBy(a => a.Name).Take(MostNames)
            .Select(a => new { a.CalendarCode, a.Name }).ToListAsync(cancellationToken);
        return new CalendarsView(
            year, [.. table.Select(h => h.Day.Year).Append(thisYear).Append(thisYear + 1).Append(year).Distinct().Order()],
            [.. table.Where(h => h.Day.Year == year).Select(h => new CalendarDay(h.Day, h.Name, h.Kind, h.Hours, h.Document))],
            HolidayPlan.Missing([.. table.Select(h => h.ToSpecialDay())], year),
            [.. calendars.SelectMany(Editions)], changes, plan.PlannedThrough, plan.NeededThrough, plan.RunsOut,
            [.. calendars.Select(c => new CalendarUse(c.Code, c.Name, uses.GetValueOrDefault(c.Code), [.. named.Where(n => n.CalendarCode == c.Code).Select(n => n.Name)]))]);
    }

    private static IEnumerable<CalendarEdition> Editions(OfficeCalendar calendar) =>
        calendar.Sessions.GroupBy(s => s.ValidFrom).OrderBy(g => g.Key).Select(edition => new CalendarEdition(
            calendar.Code, calendar.Name, edition.Key,
            [.. Week.Select(day => (day, OfficeHours.Write(edition.Where(s => s.Day == day).Select(s => new Session(s.Opens, s.Closes)))))]));
}
