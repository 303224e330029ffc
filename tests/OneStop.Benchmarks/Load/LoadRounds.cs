using System.Diagnostics;
using System.Text;

namespace OneStop.Benchmarks.Load;

// Path tells the address of the n-th request, so that a target may ask for something new each time.
internal sealed record LoadTarget(string Name, int Port, Func<long, string> Path);

internal sealed record LoadResult(string Name, IReadOnlyList<double> Rates)
{
    public double Median => Figures.Median(Rates);

    // The median of the ratios of the rounds: what disturbs one round disturbs both sides of it.
    public double To(LoadResult other) => Figures.Median([.. Rates.Zip(other.Rates, (a, b) => a / b)]);
}

// Asks the targets in turn, round after round, over a fixed number of kept connections.
internal static class LoadRounds
{
    private const int MostWarmings = 8;
    private const double Faster = 1.03;

    public static async Task<IReadOnlyList<LoadResult>> RunAsync(IReadOnlyList<LoadTarget> targets, LoadSettings settings)
    {
        var counters = new long[targets.Count];
        var rates = targets.Select(_ => new List<double>()).ToArray();
        await WarmAsync(targets, settings, counters);
        for (var round = 0; round < settings.Rounds; round++)
        {
            for (var turn = 0; turn < targets.Count; turn++)
            {
                // Every other round goes backwards, so that nobody always runs after the same neighbour.
                var index = round % 2 == 0 ? turn : targets.Count - 1 - turn;
                var watch = Stopwatch.StartNew();
                var after = await SliceAsync(targets[index], settings.Connections, settings.Slice, counters[index]);
                rates[index].Add((after - counters[index]) / watch.Elapsed.TotalSeconds);
                counters[index] = after;
            }
        }

        return [.. targets.Select((t, i) => new LoadResult(t.Name, rates[i]))];
    }

    // The runtime goes on compiling what is asked often, for as long as there is much of it: warm is whoever gets no faster.
    private static async Task WarmAsync(IReadOnlyList<LoadTarget> targets, LoadSettings settings, long[] counters)
    {
        var best = new double[targets.Count];
        var gotFaster = true;
        for (var pass = 0; pass < MostWarmings && gotFaster; pass++)
        {
            gotFaster = false;
            for (var index = 0; index < targets.Count; index++)
            {
                var watch = Stopwatch.StartNew();
                var after = await SliceAsync(targets[index], settings.Connections, settings.Warming, counters[index]);
                var rate = (after - counters[index]) / watch.Elapsed.TotalSeconds;
                counters[index] = after;
                gotFaster |= rate > best[index] * Faster;
                best[index] = Math.Max(best[index], rate);
            }
        }
    }

    private static async Task<long> SliceAsync(LoadTarget target, int connections, TimeSpan length, long from)
    {
        var next = from;
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, connections).Select(_ => Task.Run(async () =>
        {
            using var connection = await HttpConnection.OpenAsync(target.Port);
            while (watch.Elapsed < length)
            {
                var path = target.Path(Interlocked.Increment(ref next));
                var answer = await connection.GetAsync(path);
                if (answer.Status != 200)
                    throw new InvalidOperationException($"{target.Name}: {path} answered {answer.Status}.");
            }
        })));
        return next;
    }

    public static async Task<string> ReadAsync(int port, string path)
    {
        using var connection = await HttpConnection.OpenAsync(port);
        var answer = await connection.GetAsync(path, encoding: null, keepBody: true);
        return answer.Status == 200 ? Encoding.UTF8.GetString(answer.Body) : throw new InvalidOperationException($"{path} answered {answer.Status}: {answer.Head}");
    }
}

internal sealed record LoadSettings(int Connections, int Rounds, TimeSpan Slice, TimeSpan Warming);
