using Microsoft.EntityFrameworkCore;
using OneStop.Kernel.Time;
using OneStop.Organisation.Contracts;
using OneStop.Organisation.Domain;

namespace OneStop.Organisation.Tests.Structure;

public class AgencyWorkingCalendarTests(SeededProvince hanoi) : IClassFixture<SeededProvince>
{
    [Theory]
    [InlineData("2026-08-28 10:00", "2026-09-03 10:00")]
    [InlineData("2026-08-21 10:00", "2026-08-22 10:00")]
    public async Task For_AnAgency_KnowsTheHolidaysAndWorkedSaturdaysOfTheTable(string received, string due) => await OnCalendar(async (calendar, agency) =>
    {
        var office = await calendar.ForAsync(agency, default);

        Assert.Equal(Vietnam(due), office.Value.EndOf(new Term(1, TermUnit.WorkingDays), Vietnam(received)).Value.Due);
        Assert.Equal(new DateOnly(2027, 12, 31), office.Value.CoveredThrough);
    });

    [Fact]
    public async Task For_AnUnknownAgency_IsRefused() => await OnCalendar(async (calendar, _) =>
        Assert.Equal(OrganisationErrors.UnknownAgency, (await calendar.ForAsync(Guid.CreateVersion7(), default)).Error.Code));

    [Fact]
    public async Task Extend_AfterAPause_GivesBackItsWorkingTime() => await OnCalendar(async (calendar, agency) =>
    {
        var due = await calendar.ExtendAsync(
            agency, Vietnam("2026-11-20 10:00"), Vietnam("2026-11-13 16:00"), Vietnam("2026-11-16 09:00"), default);

        Assert.Equal(Vietnam("2026-11-20 12:00"), due.Value);
    });

    [Fact]
    public async Task AddHours_PartOfAnHour_IsKept() => await OnCalendar(async (calendar, agency) =>
        Assert.Equal(Vietnam("2026-11-20 13:30"), (await calendar.AddHoursAsync(agency, Vietnam("2026-11-20 10:00"), 2.5m, default)).Value));

    [Fact]
    public async Task Between_BeyondTheTable_StillCounts() => await OnCalendar(async (calendar, agency) =>
        Assert.True((await calendar.BetweenAsync(agency, Vietnam("2027-12-30 10:00"), Vietnam("2028-01-05 10:00"), default)).Days > 0));

    private Task OnCalendar(Func<IWorkingCalendar, Guid, Task> act) => hanoi.AskAsync<IWorkingCalendar>(async calendar =>
        await act(calendar, await hanoi.ReadAsync(c => c.Agencies.Where(a => a.Code == "H26").Select(a => a.Id).SingleAsync())));

    private static DateTimeOffset Vietnam(string local) =>
        new(DateTime.ParseExact(local, "yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture), TimeSpan.FromHours(7));
}
