using Microsoft.EntityFrameworkCore;
using OneStop.Kernel.Data;
using OneStop.Kernel.Modules;
using OneStop.Kernel.Time.Calendars;
using OneStop.Organisation.Domain;
using OneStop.Organisation.Integrations;

namespace OneStop.Organisation.Data.Seeding;

// One province with all its units, agencies, departments and vacant posts; the levels, fields, calendar and holidays once.
internal sealed class OrganisationSeed(OrganisationDbContext context, OrganisationCache cache, TimeProvider time) : IDemoSeed
{
    public int Order => 100;

    public async Task SeedAsync(SeedOptions options, IProgress<(string What, double Share)> progress, CancellationToken cancellationToken)
    {
        const string what = "Organisation";
        progress.Report((what, 0));
        context.ChangeTracker.AutoDetectChangesEnabled = false;
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        await AddReferenceDataAsync(cancellationToken);
        progress.Report((what, 0.2));

        if (!await context.Units.AnyAsync(u => u.Code == options.Province, cancellationToken))
        {
            var plan = ProvincePlan.For(options.Province, time.GetUtcNow())
                ?? throw new ArgumentException($"There is no province with the code {options.Province}.", nameof(options));
            context.AddRange(plan.Units);
            context.AddRange(plan.Agencies);
            context.AddRange(plan.Departments);
            context.AddRange(plan.Posts);
        }

        await context.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        context.ChangeTracker.Clear();
        cache.Clear();
        progress.Report((what, 1));
    }

    private async Task AddReferenceDataAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (!await context.Levels.AnyAsync(cancellationToken))
            context.AddRange(OrganisationSources.Levels().Select(l => new Level { Code = l.Code, Rank = l.Rank, Name = l.Name, NameEn = l.NameEn }));

        if (!await context.FieldAssignments.AnyAsync(cancellationToken))
        {
            context.AddRange(OrganisationSources.Fields().Select(f => new FieldAssignment
            {
                Id = EntityId.New(now), LevelCode = f.LevelCode, Field = f.Field, AgencyKind = f.AgencyKind, DepartmentCode = f.DepartmentCode,
            }));
        }

        if (!await context.Holidays.AnyAsync(cancellationToken))
            context.AddRange(OrganisationSources.Holidays().Select(h => new Holiday { Day = h.Day, Name = h.Name, Kind = h.Kind, Certainty = h.Certainty }));

        if (!await context.Calendars.AnyAsync(cancellationToken))
            context.Add(StandardCalendar(now));
    }

    private static OfficeCalendar StandardCalendar(DateTimeOffset now)
    {
        var calendar = new OfficeCalendar { Code = OfficeCalendar.Standard, Name = "Giờ hành chính" };
        foreach (var day in Enum.GetValues<DayOfWeek>())
        {
            foreach (var session in WeeklyHours.Default.On(day).Sessions)
            {
                calendar.Sessions.Add(new OfficeSession
                {
                    Id = EntityId.New(now),
                    CalendarCode = calendar.Code,
                    ValidFrom = WeeklyHours.Default.ValidFrom,
                    Day = day,
                    Opens = session.Opens,
                    Closes = session.Closes,
                });
            }
        }

        return calendar;
    }
}
