using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OneStop.Approvals.Data;
using OneStop.Approvals.Domain;
using OneStop.Approvals.Features.CompleteTask;
using OneStop.Benchmarks.Product;
using OneStop.Dossiers.Contracts.Events;
using OneStop.Kernel.Callers;
using OneStop.Kernel.Data;
using OneStop.TestKit.Callers;

namespace OneStop.Benchmarks.Parts;

// Steps of the process of 1.001776 done through the whole pipeline, each by somebody who holds its role; several dossiers at a time.
internal static class StepsPart
{
    private const int Workers = 4;

    private static readonly Dictionary<string, string> Answers = new()
    {
        ["resultTitle"] = "QUYẾT ĐỊNH", ["resultSubject"] = "Về việc trợ cấp", ["resultBody"] = "Điều 1.", ["documentSymbol"] = "QĐ-UBND",
    };

    public static async Task RunAsync(Bench bench, FiguresTable table)
    {
        var dossiers = await StartAsync(bench, bench.Options.Quick ? 24 : 80);
        var waiting = new ConcurrentQueue<Guid>(dossiers);
        // The first dossiers only warm up.
        await WalkAsync(bench, waiting, () => waiting.Count > dossiers.Count * 3 / 4);
        var watch = Stopwatch.StartNew();
        var done = await WalkAsync(bench, waiting, () => true);
        var server = bench.Provider == DatabaseOptions.Sqlite ? "SQLite" : "PostgreSQL";
        table.Add("Completing a process step", server, Figures.Rate(done / watch.Elapsed.TotalSeconds), "", "", "");
    }

    private static async Task<int> WalkAsync(Bench bench, ConcurrentQueue<Guid> waiting, Func<bool> goOn)
    {
        var done = 0;
        await Task.WhenAll(Enumerable.Range(0, Workers).Select(_ => Task.Run(async () =>
        {
            while (goOn() && waiting.TryDequeue(out var dossier))
            {
                while (await OpenTaskAsync(bench, dossier) is { } task)
                {
                    await bench.Database.DoAs(Holder(task), new CompleteTaskCommand(task.Id, Guid.NewGuid(), "approve", "Đồng ý", Answers));
                    Interlocked.Increment(ref done);
                }
            }
        })));
        return done;
    }

    private static Task<WorkTask?> OpenTaskAsync(Bench bench, Guid dossier) => bench.Database.AskAsync<ApprovalsDbContext, WorkTask?>(async context =>
        (await context.Tasks.AsNoTracking().Where(t => t.DossierId == dossier).ToListAsync()).Find(t => t.IsOpen));

    private static Caller Holder(WorkTask task) =>
        TestCallers.Staff("Lê Thị Cúc", task.Role, Reach.Unit, new TestPlace(task.AgencyId, task.AgencyPath, task.DepartmentId), "Cán bộ");

    // As acceptance tells it: the engine starts the process when the event arrives.
    private static async Task<IReadOnlyList<Guid>> StartAsync(Bench bench, int count)
    {
        var started = new List<Guid>();
        await bench.Database.InScopeAsync(async services =>
        {
            var now = bench.Database.Clock.Now;
            var (procedure, place, agency) = await PreparedDrafts.WhereAsync(services, DateOnly.FromDateTime(now.Date));
            var context = services.GetRequiredService<ApprovalsDbContext>();
            for (var number = 0; number < count; number++)
            {
                var dossier = Guid.CreateVersion7();
                started.Add(dossier);
                context.Raise(
                    new DossierAccepted(
                        dossier, $"{agency.Code}-260302-{number:0000}", procedure.Code, procedure.Name, procedure.Field, procedure.ProcessKey, "Nguyễn Thị An",
                        place.Code, agency.Id, "in_person", now, now.AddDays(22), Guid.CreateVersion7(), "Trần Văn Bình", new Dictionary<string, string>()),
                    now);
            }

            await context.SaveChangesAsync();
        });
        await bench.Database.DeliverOnceAsync();
        while (await bench.Database.AskAsync<ApprovalsDbContext, int>(c => c.Tasks.Where(t => started.Contains(t.DossierId)).Select(t => t.DossierId).Distinct().CountAsync()) < count)
        {
            if (await bench.Database.DeliverOnceAsync() == 0)
                throw new InvalidOperationException("Not every process has started.");
        }

        return started;
    }
}
