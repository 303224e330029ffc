using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OneStop.Kernel.Data;
using OneStop.Kernel.Tests.Ledger;
using Xunit;

namespace OneStop.Kernel.Tests;

// What differs between servers must mean the same on each of them.
public abstract class DatabaseFunctionTests(LedgerSystem system)
{
    [Fact]
    public async Task NextNumber_OfANewSeries_StartsAtOneAndCounts()
    {
        var numbers = await InTransactionAsync(async (database, context) =>
        {
            var given = new List<long>();
            for (var i = 0; i < 3; i++)
                given.Add(await database.NextNumberAsync(context, "H26.1/2026-03-02", default));
            return given;
        });

        Assert.Equal([1, 2, 3], numbers);
        Assert.Equal(1, await InTransactionAsync((database, context) => database.NextNumberAsync(context, "H26.2/2026-03-02", default)));
    }

    [Fact]
    public async Task NextNumber_WhenTheDeedIsRolledBack_IsGivenAgain()
    {
        await InTransactionAsync((database, context) => database.NextNumberAsync(context, "back", default), commit: false);

        Assert.Equal(1, await InTransactionAsync((database, context) => database.NextNumberAsync(context, "back", default)));
    }

    [Fact]
    public async Task NextNumber_UnderLoad_IsUniqueWithoutGaps()
    {
        var numbers = new ConcurrentBag<long>();

        await Parallel.ForAsync(0, 8, async (_, _) =>
        {
            for (var i = 0; i < 50; i++)
                numbers.Add(await InTransactionAsync((database, context) => database.NextNumberAsync(context, "load", default)));
        });

        Assert.Equal(Enumerable.Range(1, 400).Select(n => (long)n), numbers.Order());
    }

    [Fact]
    public async Task ClaimDue_GivesOnlyWhatIsDueAndFreeOldestFirst()
    {
        await ClearChoresAsync();
        var now = system.Clock.Now;
        var late = await AddChoreAsync(now.AddHours(-2));
        var due = await AddChoreAsync(now);
        await AddChoreAsync(now.AddSeconds(1));
        await AddChoreAsync(null);
        await AddChoreAsync(now.AddHours(-3), leasedUntil: now.AddMinutes(1));
        var expired = await AddChoreAsync(now.AddHours(-1), leasedUntil: now.AddSeconds(-1));

        var claimed = await ClaimAsync(now, 10);

        Assert.Equal(new[] { late, expired, due }.Order(), claimed.Order());
        Assert.Empty(await ClaimAsync(now, 10));
    }

    [Fact]
    public async Task ClaimDue_WhenMoreAreDueThanAsked_TakesTheOldest()
    {
        await ClearChoresAsync();
        var now = system.Clock.Now;
        await AddChoreAsync(now.AddMinutes(-1));
        var oldest = await AddChoreAsync(now.AddMinutes(-3));
        var second = await AddChoreAsync(now.AddMinutes(-2));

        Assert.Equal(new[] { oldest, second }.Order(), (await ClaimAsync(now, 2)).Order());
    }

    [Fact]
    public async Task ClaimDue_WhenTheLeaseRunsOut_GivesTheRowToTheNextWorker()
    {
        await ClearChoresAsync();
        var chore = await AddChoreAsync(system.Clock.Now);
        await ClaimAsync(system.Clock.Now, 1);

        Assert.Equal([chore], await ClaimAsync(system.Clock.Now.AddSeconds(31), 1));
    }

    [Fact]
    public async Task ClaimDue_ByManyWorkers_NeverGivesARowTwice()
    {
        await ClearChoresAsync();
        var all = new List<Guid>();
        for (var i = 0; i < 200; i++)
            all.Add(await AddChoreAsync(system.Clock.Now.AddSeconds(-i)));
        var claimed = new ConcurrentBag<Guid>();

        await Parallel.ForAsync(0, 8, async (_, _) =>
        {
            // A worker that finds nothing may only have met rows that others held; it looks once more.
            for (var empty = 0; empty < 2;)
            {
                var mine = await ClaimAsync(system.Clock.Now, 7);
                empty = mine.Count == 0 ? empty + 1 : 0;
                foreach (var id in mine)
                    claimed.Add(id);
            }
        });

        Assert.Equal(all.Order(), claimed.Order());
    }

    [Fact]
    public async Task Instants_KeepMicrosecondsAndOrderInTheDatabase()
    {
        await ClearChoresAsync();
        var instant = new DateTimeOffset(2026, 3, 2, 9, 0, 0, 123, 456, TimeSpan.FromHours(7));
        var id = await AddChoreAsync(instant);
        await AddChoreAsync(instant.AddMicroseconds(1));

        var first = await system.AskAsync<LedgerDbContext, Chore>(c => c.Set<Chore>().OrderBy(x => x.DueAt).FirstAsync());

        Assert.Equal((id, instant.ToUniversalTime(), TimeSpan.Zero), (first.Id, first.DueAt!.Value, first.DueAt.Value.Offset));
    }

    [Fact]
    public async Task Lock_WithTheSameKey_LetsOneWriterInAtATime()
    {
        var inside = 0;
        var most = 0;

        await Parallel.ForAsync(0, 6, async (_, _) => await InTransactionAsync(async (database, context) =>
        {
            await database.LockAsync(context, "one-at-a-time", default);
            most = Math.Max(most, Interlocked.Increment(ref inside));
            await context.Set<Entry>().CountAsync();
            return Interlocked.Decrement(ref inside);
        }));

        Assert.Equal(1, most);
    }

    private async Task<T> InTransactionAsync<T>(Func<IDatabase, LedgerDbContext, Task<T>> work, bool commit = true)
    {
        await using var scope = system.Services.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<LedgerDbContext>();
        await using var transaction = await context.Database.BeginTransactionAsync();
        var answer = await work(system.Services.GetRequiredService<IDatabase>(), context);
        if (commit)
            await transaction.CommitAsync();
        return answer;
    }

    private Task<IReadOnlyList<Guid>> ClaimAsync(DateTimeOffset now, int max) =>
        system.AskAsync<LedgerDbContext, IReadOnlyList<Guid>>(c =>
            system.Services.GetRequiredService<IDatabase>().ClaimDueAsync<Chore>(c, now, max, TimeSpan.FromSeconds(30), CancellationToken.None));

    private Task<int> ClearChoresAsync() => system.AskAsync<LedgerDbContext, int>(c => c.Set<Chore>().ExecuteDeleteAsync());

    private async Task<Guid> AddChoreAsync(DateTimeOffset? dueAt, DateTimeOffset? leasedUntil = null)
    {
        var chore = new Chore { Id = EntityId.New(system.Clock.Now), DueAt = dueAt, LeasedUntil = leasedUntil };
        await system.AskAsync<LedgerDbContext, int>(c =>
        {
            c.Add(chore);
            return c.SaveChangesAsync();
        });
        return chore.Id;
    }
}

public sealed class SqliteDatabaseFunctionTests(SqliteLedger system) : DatabaseFunctionTests(system), IClassFixture<SqliteLedger>;

[Trait("Server", "PostgreSql")]
public sealed class PostgreSqlDatabaseFunctionTests(PostgreSqlLedger system) : DatabaseFunctionTests(system), IClassFixture<PostgreSqlLedger>;
