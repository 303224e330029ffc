using Microsoft.EntityFrameworkCore;
using OneStop.Kernel.Data;
using OneStop.Organisation.Domain;

namespace OneStop.Organisation.Data;

internal sealed class OrganisationDbContext(DbContextOptions<OrganisationDbContext> options) : ModuleDbContext(options)
{
    public const string SchemaName = "org";

    public override string Schema => SchemaName;

    public DbSet<Level> Levels => Set<Level>();
    public DbSet<AdministrativeUnit> Units => Set<AdministrativeUnit>();
    public DbSet<UnitSuccession> Successions => Set<UnitSuccession>();
    public DbSet<Agency> Agencies => Set<Agency>();
    public DbSet<Department> Departments => Set<Department>();
    public DbSet<FieldAssignment> FieldAssignments => Set<FieldAssignment>();
    public DbSet<Post> Posts => Set<Post>();
    public DbSet<Substitution> Substitutions => Set<Substitution>();
    public DbSet<OfficeCalendar> Calendars => Set<OfficeCalendar>();
    public DbSet<CalendarChange> CalendarChanges => Set<CalendarChange>();
    public DbSet<Holiday> Holidays => Set<Holiday>();
}
