using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OneStop.Approvals.Data;
using OneStop.Approvals.Domain;
using OneStop.Dossiers.Data;
using OneStop.Dossiers.Domain;
using OneStop.Identity.Contracts;
using OneStop.Kernel.Files;
using OneStop.Kernel.Modules;
using OneStop.Kernel.Time.Clocks;
using OneStop.TestKit;
using Xunit;

namespace OneStop.IntegrationTests;

// What a newcomer finds of the weeks before: a late dossier that went its whole way, and one whose apology waits for its signature.
public sealed class DemoPastTests(DemoPastTests.ToldSystem system) : IClassFixture<DemoPastTests.ToldSystem>
{
    [Fact]
    public async Task Seed_Past_HasADossierThroughSupplementPauseBreachApologyAndResult()
    {
        var dossier = await ReadAsync("demo-tre-han-1");

        Assert.Equal((DossierStatus.Finished, DueClass.Late), (dossier.Status, dossier.ClassAt(system.Clock.Now)));
        Assert.True(dossier.FinishedAt < system.Clock.Now);
        var pause = Assert.Single(dossier.Pauses);
        Assert.Equal(ClockGround.Supplement, pause.Ground);
        Assert.True(pause.EndedAt > pause.StartedAt);
        Assert.True(dossier.LegalDueAt > dossier.OriginalDueAt);
        Assert.True(dossier.DueAt > dossier.LegalDueAt);
        Assert.Equal(ApologyState.Signed, (await ApologyAsync(dossier)).State);
        Assert.Contains(dossier.Files, f => f.Kind == DossierFileKind.Result);
        Assert.Equal(ChainFault.None, HistoryChain.Verify(dossier.History, dossier.HistoryCount, dossier.LastHistoryHash).Fault);
        Assert.Equal(dossier.History.OrderBy(h => h.Sequence).Select(h => h.At), dossier.History.Select(h => h.At).Order());
    }

    [Fact]
    public async Task Seed_Past_HasABreachWhoseApologyWaitsInTheHeadsInbox()
    {
        var dossier = await ReadAsync("demo-tre-han-2");

        Assert.Equal((DossierStatus.Processing, DueClass.Overdue), (dossier.Status, dossier.ClassAt(system.Clock.Now)));
        var apology = await ApologyAsync(dossier);
        Assert.Equal(ApologyState.Waiting, apology.State);
        var task = await system.AskAsync<ApprovalsDbContext, WorkTask>(c => c.Tasks.AsNoTracking().SingleAsync(t => t.Id == apology.TaskId));
        Assert.Equal((Roles.AgencyLeader, TaskState.Open), (task.Role, task.State));
    }

    [Fact]
    public async Task Seed_EveryFileOfEveryDossier_HasItsContent()
    {
        var files = await system.AskAsync<DossiersDbContext, List<DossierFile>>(c => c.Files.AsNoTracking().ToListAsync());

        Assert.NotEmpty(files);
        await system.InScopeAsync(async services =>
        {
            foreach (var file in files)
            {
                await using var content = services.GetRequiredService<IFileStore>().OpenRead(file.Sha256);
                Assert.NotNull(content);
                Assert.Equal(file.Length, content.Length);
            }
        });
    }

    [Fact]
    public async Task Seed_PastToldAlready_ChangesNothing()
    {
        var before = await system.AskAsync<DossiersDbContext, int>(c => c.History.CountAsync());

        await DemoPast.TellAsync(system.Services, new SeedOptions(), _ => throw new InvalidOperationException("Nothing is left to tell."), new Progress<(string, double)>(), default);

        Assert.Equal(before, await system.AskAsync<DossiersDbContext, int>(c => c.History.CountAsync()));
    }

    private Task<Dossier> ReadAsync(string key) => system.AskAsync<DossiersDbContext, Dossier>(c => c.Dossiers.AsNoTracking()
        .Include(d => d.Files).Include(d => d.History).Include(d => d.Pauses).AsSplitQuery().FirstAsync(d => d.ClientKey == key));

    private Task<Apology> ApologyAsync(Dossier dossier) =>
        system.AskAsync<DossiersDbContext, Apology>(c => c.Apologies.AsNoTracking().SingleAsync(a => a.DossierId == dossier.Id));

    public sealed class ToldSystem : TestSystem
    {
        protected override TestSeed Seed => TestSeed.Past;
    }
}
