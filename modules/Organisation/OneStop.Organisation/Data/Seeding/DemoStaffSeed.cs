using Microsoft.EntityFrameworkCore;
using OneStop.Identity.Contracts;
using OneStop.Kernel.Modules;
using OneStop.Kernel.Time;

namespace OneStop.Organisation.Data.Seeding;

// Fills every post of a few communes and districts, of the province and of its departments with accounts to try the product with.
internal sealed class DemoStaffSeed(OrganisationDbContext context, IStaffAccounts accounts, TimeProvider time) : IDemoSeed
{
    public int Order => 200;

    public async Task SeedAsync(SeedOptions options, IProgress<(string What, double Share)> progress, CancellationToken cancellationToken)
    {
        if (!options.Accounts)
            return;

        var units = await context.Units.AsNoTracking().ToListAsync(cancellationToken);
        var staffed = DemoStaffing.StaffedUnits(options.Province, units);
        var agencies = (await context.Agencies.AsNoTracking().Where(a => staffed.Contains(a.UnitCode)).ToListAsync(cancellationToken)).ToDictionary(a => a.Id);
        var ids = agencies.Keys.ToArray();
        var departments = await context.Departments.AsNoTracking().Where(d => ids.Contains(d.AgencyId)).ToDictionaryAsync(d => d.Id, cancellationToken);
        var vacant = await context.Posts.Where(p => ids.Contains(p.AgencyId) && p.HolderId == null).OrderBy(p => p.Id).ToListAsync(cancellationToken);
        if (vacant.Count == 0)
            return;

        var slugs = units.ToDictionary(u => u.Code, DemoStaffing.SlugOf);
        var wanted = vacant.ConvertAll(p => new NewStaffAccount(
            DemoStaffing.SignInName(p, departments[p.DepartmentId], agencies[p.AgencyId], slugs), DemoStaffing.NameFor(p, departments[p.DepartmentId], agencies[p.AgencyId])));
        var made = await accounts.EnsureDemoAsync(wanted, cancellationToken);
        var today = time.GetUtcNow().VietnamDate();
        for (var i = 0; i < vacant.Count; i++)
            vacant[i].Assign(made[i].Id, made[i].Name, today);

        await context.SaveChangesAsync(cancellationToken);
        progress.Report(("Demo accounts", 1));
    }
}
