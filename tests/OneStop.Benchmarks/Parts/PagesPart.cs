using OneStop.Benchmarks.Load;
using OneStop.Benchmarks.Product;
using OneStop.Kernel.Data;

namespace OneStop.Benchmarks.Parts;

// The tracking page and the procedure page beside a bare endpoint and a bare Blazor page that run the same SQL and write the same bytes.
internal static class PagesPart
{
    private const string Procedure = $"/thu-tuc/{SampleDossiers.ProcedureCode}";

    public static FiguresTable NewTable() => new("page", "server", "requests/s", "bare endpoint", "bare Blazor page", "ratio", "aim");

    public static async Task RunAsync(Bench bench, FiguresTable table)
    {
        var (_, tracking) = await SampleDossiers.OnItsWayAsync(bench.Host.Services);
        var pages = new[] { await bench.RecordAsync("tracking", tracking), await bench.RecordAsync("procedure", Procedure) };
        foreach (var page in pages)
            await Console.Error.WriteLineAsync($"{bench.Provider} {page.Name}: {page.Commands.Count} SQL commands, {page.Html.Length} characters");

        await using var product = await bench.StartProductAsync();
        await using var reference = await bench.StartReferenceAsync(pages);
        var settings = bench.Options.Quick
            ? new LoadSettings(8, 4, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(3))
            : new LoadSettings(8, 12, TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(8));
        var results = await LoadRounds.RunAsync(
        [
            new("tracking, drawn anew", product.Port, n => tracking + Bench.Fresh(tracking, n)),
            new("tracking, asked again", product.Port, _ => tracking),
            new("tracking endpoint", reference.Port, _ => "/raw/tracking"),
            new("tracking bare Blazor", reference.Port, _ => "/blazor/tracking"),
            new("procedure", product.Port, _ => Procedure),
            new("procedure endpoint", reference.Port, _ => "/raw/procedure"),
            new("procedure bare Blazor", reference.Port, _ => "/blazor/procedure"),
        ], settings);

        var server = bench.Provider == DatabaseOptions.Sqlite ? "SQLite" : "PostgreSQL";
        Row("Tracking, drawn anew", results[0], results[2], results[3], results[0].To(results[3]), "≥ 0.8 of bare Blazor");
        Row("Tracking, unchanged dossier asked again", results[1], results[2], results[3], results[1].To(results[2]), "≥ 0.6 of endpoint");
        Row("Procedure", results[4], results[5], results[6], results[4].To(results[5]), "≥ 1.0 of endpoint");

        void Row(string name, LoadResult product, LoadResult endpoint, LoadResult blazor, double ratio, string aim) => table.Add(
            name, server, Figures.Rate(product.Median), Figures.Rate(endpoint.Median), Figures.Rate(blazor.Median), Figures.Ratio(ratio), aim);
    }
}
