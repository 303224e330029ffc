using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using OneStop.Benchmarks.Load;
using OneStop.Benchmarks.Product;
using OneStop.Benchmarks.Reference;
using OneStop.Dossiers.Domain;
using OneStop.Dossiers.Features.SubmitDossier;
using OneStop.Kernel.Callers;
using OneStop.Kernel.Data;
using OneStop.Kernel.Requests;
using OneStop.TestKit.Callers;

namespace OneStop.Benchmarks.Parts;

// Sending finished drafts through the whole pipeline, beside the raw writes of the same rows in one transaction each. Both in this process.
internal static class SendingPart
{
    private const int Workers = 4;

    public static FiguresTable NewTable() => new("deed", "server", "per second", "raw writes of the same rows per second", "ratio", "aim");

    public static async Task RunAsync(Bench bench, FiguresTable table)
    {
        var owner = TestCallers.Citizen();
        // Warm enough that the runtime has compiled both for good: neither is measured in its first seconds.
        var (rounds, slice, warm) = bench.Options.Quick ? (6, 150, 1500) : (12, 300, 3000);
        var drafts = new ConcurrentQueue<Guid>(await PreparedDrafts.NewAsync(bench.Host.Services, owner, warm + 10 + (2 * (rounds + 1) * slice)));
        await RateAsync(warm, () => SendAsync(bench, owner, Next(drafts)));
        var rows = await RecordAsync(bench, owner, Next(drafts));
        await Console.Error.WriteLineAsync($"{bench.Provider} sending: {rows.Describe()}");

        var (sent, written) = (new List<double>(), new List<double>());
        for (var round = 0; round <= rounds; round++)
        {
            var product = await RateAsync(slice, () => SendAsync(bench, owner, Next(drafts)));
            var raw = await RateAsync(slice, async () =>
            {
                await using var connection = await bench.OpenConnectionAsync();
                await rows.WriteAsync(connection, Next(drafts), TemporaryCode.New(bench.Today));
            });
            if (round == 0)
                continue;
            sent.Add(product);
            written.Add(raw);
        }

        var (result, reference) = (new LoadResult("sending", sent), new LoadResult("raw", written));
        var server = bench.Provider == DatabaseOptions.Sqlite ? "SQLite" : "PostgreSQL";
        table.Add("Sending a dossier", server, Figures.Rate(result.Median), Figures.Rate(reference.Median), Figures.Ratio(result.To(reference)), "≥ 0.4");
    }

    private static async Task<SentRows> RecordAsync(Bench bench, Caller owner, Guid draft)
    {
        using var capture = await SqlCapture.StartAsync();
        var code = await SendAsync(bench, owner, draft);
        return new SentRows(capture.All, draft, code);
    }

    private static async Task<string> SendAsync(Bench bench, Caller owner, Guid draft)
    {
        var sent = await bench.Host.Services.GetRequiredService<ISystemDispatcher>().SendAs(owner, new SubmitDossier(draft));
        return sent.IsSuccess ? sent.Value.TemporaryCode : throw new InvalidOperationException($"Not sent: {string.Join(", ", sent.Errors.Select(e => e.Code))}");
    }

    private static async Task<double> RateAsync(int count, Func<Task> work)
    {
        var left = count;
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, Workers).Select(_ => Task.Run(async () =>
        {
            while (Interlocked.Decrement(ref left) >= 0)
                await work();
        })));
        return count / watch.Elapsed.TotalSeconds;
    }

    private static Guid Next(ConcurrentQueue<Guid> drafts) => drafts.TryDequeue(out var draft) ? draft : throw new InvalidOperationException("No draft left.");
}
