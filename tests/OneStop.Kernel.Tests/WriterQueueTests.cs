using Microsoft.EntityFrameworkCore;
using OneStop.Kernel.Tests.Ledger;
using OneStop.TestKit.Callers;
using Xunit;

namespace OneStop.Kernel.Tests;

// SQLite lets one writer in at a time; those of one process queue, so that none of them is turned away.
public sealed class WriterQueueTests(SqliteLedger system) : IClassFixture<SqliteLedger>
{
    private const int Writers = 64;
    private const int Each = 8;

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

        start.SetResult();
        var refusals = (await Task.WhenAll(crowd)).SelectMany(r => r).ToArray();

        Assert.Empty(refusals);
        Assert.Equal(Writers * Each, await system.AskAsync<LedgerDbContext, int>(c => c.Set<Entry>().CountAsync(e => e.Code.StartsWith("Q-"))));
        // One try each: waiting in the queue is not failing and trying again.
        Assert.Equal(Writers * Each, system.Services.GetService(typeof(LedgerFaults)) is LedgerFaults faults ? faults.Attempts : -1);
    }
}
