using System.Diagnostics;
using OneStop.Approvals.Domain;
using OneStop.Approvals.Features.ListTasks;
using OneStop.Benchmarks.Product;
using OneStop.Kernel.Callers;

namespace OneStop.Benchmarks.Parts;

// A page of the inbox of somebody who sees one department's work, through the whole pipeline, beside the same page where little is open and nothing is finished.
internal static class InboxPart
{
    private const int FewOpen = 10_000;
    private const int Least = 10;

    public static FiguresTable NewTable() => new("inbox page", "open tasks", "p95 ms", "p95 ms at 10,000 open", "ratio", "aim");

    public static async Task RunAsync(EngineOffice small, EngineOffice full, FiguresTable table, bool quick)
    {
        var many = quick ? 100_000 : 1_000_000;
        var pattern = await FillAsync(small, FewOpen);
        await FillAsync(full, many);
        var caller = EngineOffice.HolderOf(pattern);
        var after = await small.DoAs(caller, new ListTasksQuery());
        (string Name, ListTasksQuery Query)[] pages =
        [
            ("mine", new ListTasksQuery()), ("the unit's", new ListTasksQuery(Unit: true)), ("late ones", new ListTasksQuery(LateOnly: true)),
            ("mine, second page", new ListTasksQuery(Cursor: after.Page.Next)), ("search", new ListTasksQuery(Search: "nguyen thi")),
        ];
        foreach (var (name, query) in pages)
            await CompareAsync(table, name, many, small, full, caller, query, quick ? 200 : 500);
    }

    private static async Task CompareAsync(FiguresTable table, string name, int many, EngineOffice small, EngineOffice full, Caller caller, ListTasksQuery query, int rounds)
    {
        var (few, lots) = (new List<double>(), new List<double>());
        for (var round = 0; round < rounds + 50; round++)
        {
            var (first, second) = round % 2 == 0 ? (small, full) : (full, small);
            var (one, other) = (await TimeAsync(first, caller, query), await TimeAsync(second, caller, query));
            if (round < 50)
                continue;
            (round % 2 == 0 ? few : lots).Add(one);
            (round % 2 == 0 ? lots : few).Add(other);
        }

        var (p95, reference) = (P95(lots), P95(few));
        table.Add(name, Figures.Count(many), EngineGrowthPart.Milliseconds(p95), EngineGrowthPart.Milliseconds(reference), Figures.Ratio(p95 / reference), "≤ 1.5");
    }

    private static async Task<double> TimeAsync(EngineOffice office, Caller caller, ListTasksQuery query)
    {
        var started = Stopwatch.GetTimestamp();
        var list = await office.DoAs(caller, query);
        var elapsed = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        return list.Page.Items.Count >= Least ? elapsed : throw new InvalidOperationException("A page of few rows proves nothing.");
    }

    private static async Task<WorkTask> FillAsync(EngineOffice office, int count)
    {
        var task = (await office.OpenTasksAsync([await office.StartInstanceAsync(EngineOffice.Three)])).Single();
        await new EngineFill(office.ConnectionString).OpenAsync(task.Id, count, task.AgencyId, task.DepartmentId!.Value);
        await new EngineFill(office.ConnectionString).SettleAsync();
        return task;
    }

    private static double P95(List<double> values) => values.Order().ElementAt((int)(values.Count * 0.95));
}
