using System.Data.Common;
using OneStop.Benchmarks.Product;
using OneStop.Benchmarks.Reference;
using Npgsql;

namespace OneStop.Benchmarks.Parts;

// Three user tasks and a gateway on PostgreSQL, four commits an instance, beside raw transactions that write the same rows and bytes.
internal static class EngineStorePart
{
    private const int Workers = 4;
    private const int Steps = 3;

    public static FiguresTable NewTable() => new("engine, persisted", "server", "instances per second", "raw, the same rows in four transactions", "ratio", "aim");

    public static async Task RunAsync(EngineOffice office, FiguresTable table, bool quick)
    {
        var (rounds, slice) = quick ? (5, 100) : (10, 250);
        await ProductAsync(office, slice);
        var deeds = await RecordAsync(office);
        await Console.Error.WriteLineAsync($"Rows of one instance: {string.Join("; ", deeds.Select(d => $"{d.Describe()}, {d.Bytes} bytes"))}");

        var (product, raw) = (new List<double>(), new List<double>());
        for (var round = 0; round <= rounds; round++)
        {
            var own = slice / (await ProductAsync(office, slice)).TotalSeconds;
            var reference = slice / (await RawAsync(office, deeds, slice)).TotalSeconds;
            // The first round only warms up.
            if (round == 0)
                continue;
            product.Add(own);
            raw.Add(reference);
        }

        var ratio = Figures.Median([.. product.Zip(raw, (own, reference) => own / reference)]);
        table.Add("Three user tasks, one gateway", "PostgreSQL", Figures.Rate(Figures.Median(product)), Figures.Rate(Figures.Median(raw)), Figures.Ratio(ratio), "≥ 0.3");
    }

    private static async Task<TimeSpan> ProductAsync(EngineOffice office, int count)
    {
        var started = new System.Collections.Concurrent.ConcurrentBag<Guid>();
        var spent = await EngineOffice.TimeAsync(Enumerable.Range(0, count), Workers, async _ => started.Add(await office.StartInstanceAsync(EngineOffice.Three)));
        for (var step = 0; step < Steps; step++)
            spent += await EngineOffice.TimeAsync(await office.OpenTasksAsync(started), Workers, office.CompleteAsync);
        return (await office.OpenTasksAsync(started)).Count == 0 ? spent : throw new InvalidOperationException("Not every instance has ended.");
    }

    private static Task<TimeSpan> RawAsync(EngineOffice office, IReadOnlyList<SentRows> deeds, int count) => EngineOffice.TimeAsync(Enumerable.Range(0, count), Workers, async _ =>
    {
        var ids = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var deed in deeds)
        {
            await using DbConnection connection = new NpgsqlConnection(office.ConnectionString);
            await connection.OpenAsync();
            await deed.WriteAsync(connection, ids, "");
        }
    });

    private static async Task<IReadOnlyList<SentRows>> RecordAsync(EngineOffice office)
    {
        using var capture = await SqlCapture.StartAsync();
        var deeds = new List<SentRows>();
        var dossier = await office.StartInstanceAsync(EngineOffice.Three);
        Keep();
        for (var step = 0; step < Steps; step++)
        {
            var task = (await office.OpenTasksAsync([dossier])).Single();
            await office.CompleteAsync(task);
            Keep();
        }

        return deeds;

        void Keep() => deeds.Add(new SentRows([.. capture.All.Skip(seen())], Guid.Empty, "\0"));
        int seen() => deeds.Sum(d => d.Recorded);
    }
}
