using System.Globalization;
using System.Text.RegularExpressions;
using OneStop.Benchmarks.Load;
using OneStop.Benchmarks.Product;
using OneStop.Kernel.Data;

namespace OneStop.Benchmarks.Parts;

// From the start of the process to the first page read whole, beside the empty template; then memory, idle and after visits to many pages.
internal static partial class StartPart
{
    private const int Visits = 1000;
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(5);

    public static FiguresTable NewTable() => new("start and memory", "server", "product", "empty Blazor template", "ratio", "aim");

    public static async Task RunAsync(Bench bench, string blank, FiguresTable table)
    {
        var server = bench.Provider == DatabaseOptions.Sqlite ? "SQLite" : "PostgreSQL";
        var (product, template) = (new List<double>(), new List<double>());
        // The first of each fills the machine's file cache and is not counted.
        for (var round = 0; round <= (bench.Options.Quick ? 3 : 7); round++)
        {
            await using (var empty = await ServerProcess.StartAsync(blank, [], new Dictionary<string, string> { ["ASPNETCORE_ENVIRONMENT"] = "Production" }, "/"))
            {
                if (round > 0)
                    template.Add(empty.FirstPageAfter.TotalMilliseconds);
            }

            await using var started = await bench.StartProductAsync("/");
            if (round > 0)
                product.Add(started.FirstPageAfter.TotalMilliseconds);
        }

        var ratios = product.Zip(template, (a, b) => a / b).ToArray();
        table.Add("Cold start to the first page", server, Milliseconds(product), Milliseconds(template), Figures.Ratio(Figures.Median(ratios)), "≤ 2.5");

        await using var host = await bench.StartProductAsync("/");
        await Task.Delay(Settling);
        table.Add("Resident memory, idle", server, Megabytes(host.ResidentMegabytes), "", "", "< 350 MB");
        await VisitAsync(bench, host);
        await Task.Delay(Settling);
        table.Add($"Resident memory after {Visits.ToString("#,0", CultureInfo.InvariantCulture)} page visits", server, Megabytes(host.ResidentMegabytes), "", "", "< 350 MB");
    }

    // Pages of every public kind, hardly one of them twice.
    private static async Task VisitAsync(Bench bench, ServerProcess host)
    {
        var (_, tracking) = await SampleDossiers.OnItsWayAsync(bench.Host.Services);
        var procedures = await ProceduresAsync(host);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(async worker =>
        {
            using var connection = await HttpConnection.OpenAsync(host.Port);
            for (var visit = worker; visit < Visits; visit += 4)
            {
                var path = (visit % 4) switch
                {
                    0 => $"/thu-tuc?q=giay+khai+sinh+{visit}",
                    1 => visit % 8 == 1 ? "/" : "/tra-cuu",
                    2 => tracking + Bench.Fresh(tracking, visit),
                    _ => procedures[visit % procedures.Count],
                };
                if (await connection.GetAsync(path) is { Status: not 200 } answer)
                    throw new InvalidOperationException($"{path} answered {answer.Status}.");
            }
        }));
    }

    private static async Task<IReadOnlyList<string>> ProceduresAsync(ServerProcess host)
    {
        string[] words = ["giấy", "đất", "cấp", "đăng ký", "trợ cấp", "kết hôn", "xây dựng", "kinh doanh", "người", "học", "xe", "thuốc"];
        var found = new HashSet<string>(StringComparer.Ordinal);
        foreach (var word in words)
        {
            foreach (Match link in ProcedureLink().Matches(await LoadRounds.ReadAsync(host.Port, $"/thu-tuc?q={Uri.EscapeDataString(word)}")))
                found.Add(link.Value);
        }

        return [.. found];
    }

    [GeneratedRegex(@"/thu-tuc/\d\.\d{6}")]
    private static partial Regex ProcedureLink();

    private static string Milliseconds(IReadOnlyList<double> values) => $"{Figures.Median(values).ToString("#,0", CultureInfo.InvariantCulture)} ms";

    private static string Megabytes(double value) => $"{value.ToString("#,0", CultureInfo.InvariantCulture)} MB";
}
