using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OneStop.Identity.Contracts;
using OneStop.Kernel.Modules;

namespace OneStop.Dossiers.Data.Demo;

// A handful of dossiers, sent and handled by the demo people through the real deeds, so that no screen of the demonstration is empty.
// Asks for the neighbours only when it runs: tests of this module alone have none of them.
internal sealed class DemoDossierSeed(IServiceProvider services) : IDemoSeed
{
    public int Order => 500;

    public async Task SeedAsync(SeedOptions options, IProgress<(string What, double Share)> progress, CancellationToken cancellationToken)
    {
        if (!options.Accounts)
            return;
        var context = services.GetRequiredService<DossiersDbContext>();
        var citizens = await services.GetRequiredService<IDemoAccounts>().CitizensAsync(cancellationToken);
        var desk = await ActivatorUtilities.CreateInstance<DemoDesk>(services).FindAsync(cancellationToken);
        if (citizens.Count == 0 || desk is null)
            return;

        var filing = new DemoFiling(services);
        var dossiers = DemoDossier.ReadAll();
        for (var i = 0; i < dossiers.Count; i++)
        {
            var key = dossiers[i].Key;
            if (!await context.Dossiers.AnyAsync(d => d.ClientKey == key && d.SubmittedAt != null, cancellationToken))
                await filing.FileAsync(dossiers[i], citizens[dossiers[i].Citizen % citizens.Count], desk, cancellationToken);
            progress.Report(("Demo dossiers", (i + 1.0) / dossiers.Count));
        }
    }
}
