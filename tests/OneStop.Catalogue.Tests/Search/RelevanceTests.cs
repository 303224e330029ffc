using System.Diagnostics;
using OneStop.Catalogue.Search;
using Xunit.Abstractions;

namespace OneStop.Catalogue.Tests.Search;

public sealed class RelevanceTests(SeedIndex seed, ITestOutputHelper output) : IClassFixture<SeedIndex>
{
    private const double Wanted = 0.9;
    private static readonly SearchFilter Anything = new();

    [Theory]
    [InlineData("everyday-queries.csv", 60)]
    [InlineData("held-out-queries.csv", 40)]
    public void Search_EverydayQueries_FindTheProcedureInTheFirstThree(string file, int atLeast)
    {
        var queries = Queries(file);
        var missed = new List<string>();
        foreach (var (query, expected) in queries)
        {
            var hits = seed.Index.Search(query, Anything).Hits.Take(3).Select(h => h.Document).ToArray();
            if (!hits.Any(h => expected.Contains(h.Code)))
                missed.Add($"{query} -> {string.Join(" | ", hits.Select(h => $"{h.Code} {h.Name[..Math.Min(60, h.Name.Length)]}"))}");
        }

        output.WriteLine($"{queries.Count - missed.Count} of {queries.Count}");
        missed.ForEach(output.WriteLine);
        Assert.True(queries.Count >= atLeast);
        Assert.True(missed.Count <= queries.Count * (1 - Wanted), string.Join("\n", missed));
    }

    [Fact]
    public void Search_TheWholeCatalogue_AnswersUnderTenMillisecondsAtTheNinetyFifthPercentile()
    {
        var queries = Queries("everyday-queries.csv");
        foreach (var (query, _) in queries)
            seed.Index.Search(query, Anything);

        // The best of a few rounds a query: what the search needs, not what the machine did beside it.
        var times = new List<double>();
        foreach (var (query, _) in queries)
        {
            var best = double.MaxValue;
            for (var round = 0; round < 5; round++)
            {
                var start = Stopwatch.GetTimestamp();
                seed.Index.Search(query, Anything);
                best = Math.Min(best, Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }

            times.Add(best);
        }

        times.Sort();
        output.WriteLine($"median {times[times.Count / 2]:F2} ms, p95 {times[(int)(times.Count * 0.95)]:F2} ms");
        Assert.True(times[(int)(times.Count * 0.95)] < 10);
    }

    private static List<(string Query, string[] Expected)> Queries(string file)
    {
        using var reader = new StreamReader(typeof(RelevanceTests).Assembly.GetManifestResourceStream(file)!);
        var queries = new List<(string, string[])>();
        reader.ReadLine();
        while (reader.ReadLine() is { Length: > 0 } line)
            queries.Add((line.Split(';')[0], line.Split(';')[1].Split('|')));
        return queries;
    }
}
