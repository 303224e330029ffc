using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OneStop.Kernel.Events;
using OneStop.Kernel.Security;
using OneStop.Kernel.Tests.Ledger;
using OneStop.TestKit.Callers;
using Xunit;

namespace OneStop.Kernel.Tests;

public abstract class OutboxTests(LedgerSystem system) : IAsyncLifetime
{
    private LedgerFaults Faults => system.Services.GetRequiredService<LedgerFaults>();

    public Task InitializeAsync()
    {
        Faults.Seen.Clear();
        Faults.RefusedCodes.Clear();
        return system.AskAsync<LedgerDbContext, int>(c => c.Set<OutboxMessage>().ExecuteDeleteAsync());
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Deliver_AfterCommit_ReachesEveryHandlerOnce()
    {
        await WriteAsync("B1");

        await system.DeliverEventsAsync();
        await system.DeliverEventsAsync();

        Assert.Equal(["first:B1", "second:B1"], SeenOf("B1"));
    }

    [Fact]
    public async Task Deliver_WhenOneHandlerFails_TheOtherIsNotHeldUpAndTheFailedOneIsAskedAgain()
    {
        Faults.RefusedCodes.Add("B2");
        await WriteAsync("B2");

        await system.DeliverOnceAsync();
        Assert.Equal(["second:B2"], SeenOf("B2"));
        Faults.RefusedCodes.Remove("B2");
        system.Clock.Advance(TimeSpan.FromSeconds(4));
        await system.DeliverOnceAsync();

        Assert.Equal(["first:B2", "second:B2"], SeenOf("B2"));
    }

    [Fact]
    public async Task Deliver_WhenAHandlerFails_WaitsLongerEachTime()
    {
        Faults.RefusedCodes.Add("B3");
        await WriteAsync("B3");
        var waits = new List<TimeSpan>();

        for (var attempt = 0; attempt < 4; attempt++)
        {
            await system.DeliverOnceAsync();
            var message = await MessageAsync("B3");
            Assert.Equal(attempt + 1, message.Attempts);
            waits.Add(message.DueAt!.Value - system.Clock.Now);
            Assert.Equal(0, await system.DeliverOnceAsync());
            system.Clock.SetTo(message.DueAt.Value);
        }

        for (var attempt = 0; attempt < waits.Count; attempt++)
        {
            var middle = Math.Pow(2, attempt + 1);
            Assert.InRange(waits[attempt].TotalSeconds, middle * 0.5, middle * 1.5);
        }
    }

    [Fact]
    public async Task Deliver_WhenAHandlerNeverTakesIt_GivesUpTellsWhyAndLetsTheStreamGoOn()
    {
        Faults.RefusedCodes.Add("B4");
        await WriteAsync("B4", "stuck");
        await WriteAsync("B5", "stuck");

        for (var attempt = 0; attempt < 12; attempt++)
        {
            await system.DeliverOnceAsync();
            Assert.Empty(SeenOf("B5"));
            if ((await MessageAsync("B4")).DueAt is { } due)
                system.Clock.SetTo(due);
        }

        var dead = await MessageAsync("B4");
        Assert.NotNull(dead.DeadAt);
        Assert.Null(dead.DueAt);
        Assert.Contains("ledger.not_now", dead.LastError, StringComparison.Ordinal);
        system.Clock.Advance(TimeSpan.FromSeconds(1));
        await system.DeliverOnceAsync();
        Assert.Equal(["first:B5", "second:B5"], SeenOf("B5"));
    }

    [Fact]
    public async Task Deliver_OnceTakenOrGivenUp_LeavesNothingReadableInTheRow()
    {
        Faults.RefusedCodes.Add("B7");
        await WriteAsync("B6");
        await WriteAsync("B7");
        Assert.Contains("\"B6\"", (await MessageAsync("B6")).Payload, StringComparison.Ordinal);

        for (var attempt = 0; attempt < 12; attempt++)
        {
            await system.DeliverOnceAsync();
            if ((await MessageAsync("B7")).DueAt is { } due)
                system.Clock.SetTo(due);
        }

        var taken = await MessageAsync("B6");
        Assert.NotNull(taken.DeliveredAt);
        Assert.DoesNotContain("\"B6\"", taken.Payload, StringComparison.Ordinal);
        Assert.False(taken.Payload.StartsWith('{'));
        var dead = await MessageAsync("B7");
        Assert.NotNull(dead.DeadAt);
        Assert.False(dead.Payload.StartsWith('{'));
        Assert.Equal((typeof(EntryWritten).FullName, 12), (dead.EventType, dead.Attempts));
    }

    [Fact]
    public async Task TryAgain_OfAnEventGivenUp_ReachesOnlyWhoHadNotTakenIt()
    {
        Faults.RefusedCodes.Add("B8");
        await WriteAsync("B8");
        for (var attempt = 0; attempt < 12; attempt++)
        {
            await system.DeliverOnceAsync();
            if ((await MessageAsync("B8")).DueAt is { } due)
                system.Clock.SetTo(due);
        }

        Faults.RefusedCodes.Remove("B8");
        await system.InScopeAsync(async services =>
        {
            var context = services.GetRequiredService<LedgerDbContext>();
            (await context.Set<OutboxMessage>().SingleAsync(m => m.DeadAt != null)).TryAgain(system.Clock.Now);
            await context.SaveChangesAsync();
        });
        await system.DeliverOnceAsync();

        Assert.Equal(["first:B8", "second:B8"], SeenOf("B8"));
        Assert.NotNull((await MessageAsync("B8")).DeliveredAt);
    }

    [Fact]
    public async Task Deliver_WithinAStream_KeepsTheOrder()
    {
        for (var i = 0; i < 150; i++)
            await WriteAsync($"C{i:000}", "ordered");

        await system.DeliverEventsAsync();

        Assert.Equal(Enumerable.Range(0, 150).Select(i => $"first:C{i:000}"), Faults.Seen.Where(s => s.StartsWith("first:C", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Deliver_WhenAnEventFails_TheNextOfItsStreamWaitsAndOthersDoNot()
    {
        Faults.RefusedCodes.Add("D1");
        await WriteAsync("D1", "slow");
        await WriteAsync("D2", "slow");
        await WriteAsync("D3", "quick");

        await system.DeliverOnceAsync();

        Assert.Empty(SeenOf("D2"));
        Assert.Equal(["first:D3", "second:D3"], SeenOf("D3"));
    }

    [Fact]
    public async Task Deliver_ByTwoWorkersAtOnce_ReachesEveryHandlerOnce()
    {
        for (var i = 0; i < 40; i++)
            await WriteAsync($"E{i}", $"stream{i % 7}");

        await Task.WhenAll(system.DeliverOnceAsync(), system.DeliverOnceAsync());
        await system.DeliverEventsAsync();

        foreach (var i in Enumerable.Range(0, 40))
            Assert.Equal([$"first:E{i}", $"second:E{i}"], SeenOf($"E{i}"));
    }

    private string[] SeenOf(string code)
    {
        lock (Faults.Seen)
            return [.. Faults.Seen.Where(s => s.EndsWith($":{code}", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];
    }

    private Task<Guid> WriteAsync(string code, string? stream = null) => system.DoAs(TestCallers.Officer(), new WriteEntry(code, stream ?? code));

    private async Task<OutboxMessage> MessageAsync(string code)
    {
        var protector = system.Services.GetRequiredService<IFieldProtector>();
        var all = await system.AskAsync<LedgerDbContext, List<OutboxMessage>>(c => c.Set<OutboxMessage>().ToListAsync());
        return all.Single(m => ((EntryWritten)EventPayload.Read(m.Payload, typeof(EntryWritten), protector)).Code == code);
    }
}

[Collection(nameof(OneSequence))]
public sealed class SqliteOutboxTests(SqliteLedger system) : OutboxTests(system), IClassFixture<SqliteLedger>;

[Collection(nameof(OneSequence))]
[Trait("Server", "PostgreSql")]
public sealed class PostgreSqlOutboxTests(PostgreSqlLedger system) : OutboxTests(system), IClassFixture<PostgreSqlLedger>;
