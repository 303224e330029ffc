using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OneStop.Benchmarks.Product;
using OneStop.Dossiers.Data;
using OneStop.Dossiers.Domain;
using OneStop.Dossiers.Features.ExportRegister;
using OneStop.Kernel.Callers;
using OneStop.Kernel.Requests;
using OneStop.TestKit.Callers;

namespace OneStop.Benchmarks.Parts;

// The register of a long period: ordered as its head orders it, written by the worker of the published product, beside the same for a tenth of the dossiers.
// Memory is the highest that was seen of the product's process while the job ran.
internal static class RegisterPart
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(20);

    public static FiguresTable NewTable() => new("register", "server", "dossiers", "seconds", "MB of file", "highest resident MB", "time a row, to that of a tenth", "aim");

    public static async Task RunAsync(Bench bench, FiguresTable table)
    {
        var most = bench.Options.Quick ? RegisterExport.MostRows / 10 : RegisterExport.MostRows - 1_000;
        var (tenth, whole) = ((From: bench.Today.AddDays(-1400), To: bench.Today.AddDays(-1100)), (From: bench.Today.AddDays(-1000), To: bench.Today.AddDays(-300)));
        var watch = Stopwatch.StartNew();
        await RegisteredDossiers.FillAsync(bench.Host.Services, tenth.From, tenth.To, most / 10);
        await RegisteredDossiers.FillAsync(bench.Host.Services, whole.From, whole.To, most);
        await Console.Error.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{bench.Provider}: {most + (most / 10)} dossiers in {watch.Elapsed.TotalSeconds:0} s"));
        await using var scope = bench.Host.Services.CreateAsyncScope();
        var (_, _, agency) = await PreparedDrafts.WhereAsync(scope.ServiceProvider, bench.Today);
        var head = TestCallers.AgencyLeader(TestPlace.At(agency));
        foreach (var format in Enum.GetValues<RegisterFormat>())
        {
            await using var product = await bench.StartProductAsync();
            await ExportAsync(bench, product, head, format, tenth.From, tenth.From.AddDays(30));
            var few = await ExportAsync(bench, product, head, format, tenth.From, tenth.To);
            var many = await ExportAsync(bench, product, head, format, whole.From, whole.To);
            foreach (var run in new[] { few, many })
            {
                table.Add(
                    format == RegisterFormat.Pdf ? $"PDF, {run.Export.Volumes} volumes" : "xlsx", bench.Provider, run.Export.Written.ToString("#,0", CultureInfo.InvariantCulture),
                    run.Seconds.ToString("0.0", CultureInfo.InvariantCulture), (run.Export.Length / 1e6).ToString("0.0", CultureInfo.InvariantCulture),
                    run.Megabytes.ToString("0", CultureInfo.InvariantCulture), Figures.Ratio(run.Seconds / run.Export.Written / (few.Seconds / few.Export.Written)), "≤ 1.2, memory flat");
            }
        }
    }

    // From when the worker takes it up: how soon it looks is another matter.
    private static async Task<(RegisterExport Export, double Seconds, double Megabytes)> ExportAsync(
        Bench bench, ServerProcess product, Caller head, RegisterFormat format, DateOnly from, DateOnly to)
    {
        var ordered = await bench.Host.Services.GetRequiredService<ISystemDispatcher>().SendAs(head, new ExportRegister(from, to, null, RegisterFilter.All, format));
        if (ordered.IsFailure)
            throw new InvalidOperationException(ordered.Error.Code);
        var (patience, working) = (Stopwatch.StartNew(), new Stopwatch());
        var progress = new HashSet<int>();
        var peak = 0d;
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (await timer.WaitForNextTickAsync() && patience.Elapsed < Patience)
        {
            var export = await ReadAsync(bench, ordered.Value);
            if (export.State == RegisterExportState.Running)
                working.Start();
            progress.Add(export.Written);
            peak = Math.Max(peak, product.ResidentMegabytes);
            if (export.State == RegisterExportState.Failed)
                break;
            if (export.State == RegisterExportState.Ready)
                return export.Written == export.Total && progress.Count > export.Total / 5_000 ? (export, working.Elapsed.TotalSeconds, peak) : throw new InvalidOperationException("The register is short of rows or of progress.");
        }

        throw new InvalidOperationException("The register did not get ready.");
    }

    private static async Task<RegisterExport> ReadAsync(Bench bench, Guid id)
    {
        await using var scope = bench.Host.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<DossiersDbContext>().RegisterExports.AsNoTracking().SingleAsync(e => e.Id == id);
    }
}
