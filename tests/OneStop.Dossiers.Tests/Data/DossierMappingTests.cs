using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using OneStop.Dossiers.Data;
using OneStop.Dossiers.Domain;
using OneStop.Dossiers.Tests.Domain;

namespace OneStop.Dossiers.Tests.Data;

public class DossierMappingTests
{
    [Fact]
    public async Task Save_WholeDossier_ComesBackWithItsChainWhole()
    {
        await using var connection = new SqliteConnection("Data Source=:memory:");
        await connection.OpenAsync();
        var options = new DbContextOptionsBuilder<DossiersDbContext>().UseSqlite(connection).Options;
        var dossier = DossierBuilder.In(DossierStatus.SupplementAsked);
        await using (var context = new DossiersDbContext(options))
        {
            await context.Database.EnsureCreatedAsync();
            context.Add(dossier);
            await context.SaveChangesAsync();
        }

        await using (var context = new DossiersDbContext(options))
        {
            // Children join a dossier whose collections were not loaded.
            var found = await context.Dossiers.Include(d => d.Supplements).Include(d => d.Pauses).SingleAsync(d => d.Id == dossier.Id);
            Assert.True(found.ReceiveSupplement(DueDates.By(DossierBuilder.Now.AddDays(22)), "Đã nộp lại", DossierBuilder.Owner, DossierBuilder.Now.AddDays(2)).IsSuccess);
            await context.SaveChangesAsync();
            Assert.Equal(1, found.Version);
        }

        await using (var context = new DossiersDbContext(options))
        {
            var found = await context.Dossiers.Include(d => d.History).Include(d => d.Steps).Include(d => d.DeadlineChanges).SingleAsync();
            Assert.Equal(DossierStage.Processing, found.Stage);
            Assert.Equal(DossierStatus.Processing, found.Status);
            Assert.Single(found.Steps);
            Assert.Single(found.DeadlineChanges);
            Assert.Equal(ChainCheck.Whole, HistoryChain.Verify(found.History, found.HistoryCount, found.LastHistoryHash));
        }
    }
}
