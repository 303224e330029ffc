using Microsoft.EntityFrameworkCore;
using OneStop.Dossiers.Contracts.Events;
using OneStop.Dossiers.Data;
using OneStop.Dossiers.Features.AcceptDossier;
using OneStop.Kernel.Data;
using OneStop.TestKit.Callers;

namespace OneStop.Dossiers.Tests.Desk;

public sealed class ManyAcceptancesTests(DeskSystem system) : IClassFixture<DeskSystem>
{
    private const int Connections = 8;

    // The embedded database has one writer at a time; there a fifth of them shows the same.
    private int Dossiers => system.Provider == DatabaseOptions.PostgreSql ? 1000 : 200;

    [Fact]
    public async Task Accept_ByEightClerksAllDay_NumbersEveryDossierOnceWithoutGaps()
    {
        var filed = new List<Guid>();
        for (var i = 0; i < Dossiers; i++)
            filed.Add(await system.FileAsync());
        var versions = await system.AskAsync<DossiersDbContext, Dictionary<Guid, long>>(c => c.Dossiers.ToDictionaryAsync(d => d.Id, d => d.Version));

        var codes = new System.Collections.Concurrent.ConcurrentBag<string>();
        await Parallel.ForEachAsync(filed, new ParallelOptions { MaxDegreeOfParallelism = Connections }, async (id, cancellationToken) =>
        {
            var accepted = await system.DoAs(TestCallers.DeskClerk(), new AcceptDossier(id, versions[id], DeskSystem.AllComplete), cancellationToken);
            codes.Add(accepted.Code);
        });

        Assert.Equal(Enumerable.Range(1, Dossiers).Select(n => $"H26.1.1-260302-{n:0000}"), codes.Order(StringComparer.Ordinal));
        Assert.Equal(Dossiers, (await system.RaisedAsync<DossierAccepted>()).Select(e => e.Code).Distinct().Count());
    }
}
