using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Migrations;
using OneStop.Kernel.Data;
using OneStop.TestKit;
using Xunit;

namespace OneStop.IntegrationTests;

// On a schema made by the migrations themselves.
public sealed class PendingMigrationsTests(TestSystem system) : IClassFixture<TestSystem>
{
    [Fact]
    public async Task PendingMigrations_AreThoseThatTheDatabaseHasNotRecorded()
    {
        Assert.Empty(await PendingAsync());

        var last = await system.AskAsync<OneStopDbContext, string>(async c => (await c.Database.GetAppliedMigrationsAsync()).Last());
        await system.AskAsync<OneStopDbContext, int>(c => c.Database.ExecuteSqlRawAsync($"DELETE FROM \"{HistoryRepository.DefaultTableName}\" WHERE \"MigrationId\" = {{0}}", last));

        Assert.Equal([last], await PendingAsync());
    }

    private Task<IReadOnlyList<string>> PendingAsync() => system.AskAsync<IDatabaseState, IReadOnlyList<string>>(s => s.PendingMigrationsAsync(CancellationToken.None));
}
