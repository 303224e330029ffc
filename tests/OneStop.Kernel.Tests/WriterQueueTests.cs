using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OneStop.Kernel.Data.Providers;
using OneStop.Kernel.Tests.Ledger;
using OneStop.TestKit.Callers;
using Xunit;

namespace OneStop.Kernel.Tests;

// SQLite lets one writer in at a time; those of one process queue, so that none of them is turned away.
public sealed class WriterQueueTests(SqliteLedger system) : IClassFixture<SqliteLedger>
{
    private const int Writers = 64;
    private const int Each = 8;

    private LedgerFaults Faults => system.Services.GetRequiredService<LedgerFaults>();

    [Fact]
    public async Task Send_FromManyWritersAtOnce_LosesAndRefusesNone()
    {
        var officer = TestCallers.Officer();
        var start = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var crowd = Enumerable.Range(0, Writers).Select(writer => Task.Run(async () =>
        {
            await start.Task;
            var refused = new List<string>();
            for (var i = 0; i < Each; i++)
            {
                var written = await system.SendAs(officer, new WriteEntry($"Q-{writer}-{i}"));
                if (written.IsFailure)
                    refused.Add(written.Error.Code);
            }

            return refused;
        })).ToArray();

        var before = Faults.Attempts;
        start.SetResult();
        var refusals = (await Task.WhenAll(crowd)).SelectMany(r => r).ToArray();

        Assert.Empty(refusals);
        Assert.Equal(Writers * Each, await system.AskAsync<LedgerDbContext, int>(c => c.Set<Entry>().CountAsync(e => e.Code.StartsWith("Q-"))));
        // One try each: waiting in the queue is not failing and trying again.
        Assert.Equal(Writers * Each, Faults.Attempts - before);
    }

    [Fact]
    public async Task Send_WhileSomebodyElseWrites_WaitsAndIsServedInTheOrderOfComing()
    {
        var officer = TestCallers.Officer();
        var codes = Enumerable.Range(0, 20).Select(i => $"T-{i:00}").ToArray();
        var turn = await system.Services.GetRequiredService<Dialect>().TakeTurnAsync(CancellationToken.None);

        var waiting = codes.Select(code => system.SendAs(officer, new WriteEntry(code))).ToArray();
        Assert.DoesNotContain(waiting, w => w.IsCompleted);
        turn!.Dispose();
        Assert.All(await Task.WhenAll(waiting), written => Assert.True(written.IsSuccess));

        var order = await system.AskAsync<LedgerDbContext, List<string>>(
            c => c.Database.SqlQueryRaw<string>("SELECT code AS Value FROM ledger_entry WHERE code LIKE 'T-%' ORDER BY rowid").ToListAsync());
        Assert.Equal(codes, order);
    }

    // Reading, checking and comparing need no place in the queue; only the transaction of saving does.
    [Fact]
    public async Task Send_OfADeedThatReadsAhead_WaitsForItsTurnOnlyToSave()
    {
        var officer = TestCallers.Officer();
        var id = (await system.SendAs(officer, new WriteEntry("L-1"))).Value;
        var decided = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Faults.Meanwhile = () =>
        {
            decided.TrySetResult();
            return Task.CompletedTask;
        };
        var turn = await system.Services.GetRequiredService<Dialect>().TakeTurnAsync(CancellationToken.None);

        var saving = system.SendAs(officer, new LengthenNote(id));
        await decided.Task.WaitAsync(TimeSpan.FromMinutes(1));
        Assert.False(saving.IsCompleted);
        turn!.Dispose();

        Assert.True((await saving).IsSuccess);
        var next = system.Services.GetRequiredService<Dialect>().TakeTurnAsync(CancellationToken.None);
        Assert.True(next.IsCompletedSuccessfully);
        (await next)!.Dispose();
        Faults.Meanwhile = null;
    }

    [Fact]
    public async Task Send_AfterADeedThatWasRefused_FindsTheQueueOpen()
    {
        var officer = TestCallers.Officer();
        Assert.True((await system.SendAs(officer, new WriteEntry("R-1", FailAfterSaving: true))).IsFailure);

        // Were the turn kept, the wait for it would take seconds.
        var turn = system.Services.GetRequiredService<Dialect>().TakeTurnAsync(CancellationToken.None);

        Assert.True(turn.IsCompletedSuccessfully);
        (await turn)!.Dispose();
    }
}
