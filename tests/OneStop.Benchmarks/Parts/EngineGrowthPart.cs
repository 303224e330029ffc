using System.Diagnostics;
using OneStop.Approvals.Domain;
using OneStop.Benchmarks.Product;

namespace OneStop.Benchmarks.Parts;

// What completing a task costs beside years of finished work, many versions and many branches: each in turn with the same deed in an empty database.
internal static class EngineGrowthPart
{
    private const int ManyVersions = 50;
    private const int ManyBranches = 50;

    public static FiguresTable NewTable() => new("completing a task", "beside", "median ms", "median ms, empty database", "ratio", "aim");

    // Returns after both offices hold what the list of tasks is measured on.
    public static async Task RunAsync(EngineOffice empty, EngineOffice full, FiguresTable table, bool quick)
    {
        var finished = quick ? 20_000 : 1_000_000;
        var tasks = quick ? 200_000 : 10_000_000;
        var pattern = await empty.StartInstanceAsync(EngineOffice.Three);
        await FinishAsync(empty, pattern);
        var dossier = await full.StartInstanceAsync(EngineOffice.Three);
        await FinishAsync(full, dossier);
        await full.DeployVersionsAsync(ManyVersions);
        await new EngineFill(full.ConnectionString).FinishedAsync(dossier, finished, tasks);
        await new EngineFill(full.ConnectionString).SettleAsync();

        var samples = quick ? 200 : 600;
        var alone = await StartedAsync(empty, EngineOffice.Three, samples);
        var crowded = await StartedAsync(full, EngineOffice.Three, samples);
        await CompareAsync(table, $"{Figures.Count(finished)} finished instances, {Figures.Count(tasks)} finished tasks, {ManyVersions} versions", full, crowded, empty, alone);

        // The first step of every branch is measured, so that each opens the next one.
        var single = await StartedAsync(empty, EngineOffice.Branches, samples, 1);
        var branched = await StartedAsync(empty, EngineOffice.Branches, samples, ManyBranches);
        await CompareAsync(table, $"{ManyBranches} branches of one instance", empty, branched, empty, single);
    }

    private static async Task CompareAsync(FiguresTable table, string beside, EngineOffice office, List<WorkTask> tasks, EngineOffice reference, List<WorkTask> plain)
    {
        var (own, other) = (new List<double>(), new List<double>());
        for (var i = 0; i < Math.Min(tasks.Count, plain.Count); i++)
        {
            // Every other pair goes backwards, so that neither always runs in the other's wake.
            if (i % 2 == 0)
                own.Add(await TimeAsync(office, tasks[i]));
            other.Add(await TimeAsync(reference, plain[i]));
            if (i % 2 == 1)
                own.Add(await TimeAsync(office, tasks[i]));
        }

        var warm = own.Count / 4;
        var (measured, plainly) = (Figures.Median([.. own.Skip(warm)]), Figures.Median([.. other.Skip(warm)]));
        table.Add("first of two steps", beside, Milliseconds(measured), Milliseconds(plainly), Figures.Ratio(measured / plainly), "≤ 1.3");
    }

    private static async Task<double> TimeAsync(EngineOffice office, WorkTask task)
    {
        var started = Stopwatch.GetTimestamp();
        await office.CompleteAsync(task);
        return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }

    private static async Task<List<WorkTask>> StartedAsync(EngineOffice office, string process, int tasks, int branches = 1)
    {
        var started = new List<Guid>();
        for (var i = 0; i < (tasks + branches - 1) / branches; i++)
            started.Add(await office.StartInstanceAsync(process, branches));
        return await office.OpenTasksAsync(started);
    }

    private static async Task FinishAsync(EngineOffice office, Guid dossier)
    {
        while (await office.OpenTasksAsync([dossier]) is { Count: > 0 } open)
        {
            foreach (var task in open)
                await office.CompleteAsync(task);
        }
    }

    internal static string Milliseconds(double value) => value.ToString("0.00", System.Globalization.CultureInfo.InvariantCulture);
}
