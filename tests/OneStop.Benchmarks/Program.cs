using System.Globalization;
using OneStop.Benchmarks;
using OneStop.Benchmarks.Parts;
using OneStop.Benchmarks.Product;
using OneStop.Benchmarks.Reference;
using OneStop.Kernel.Data;
using OneStop.TestKit;

// dotnet run -c Release --project tests/OneStop.Benchmarks [pages] [deeds] [start] [clock] [receipts] [register] [engine] [simulation] [--sqlite | --postgresql] [--quick] [--app FOLDER]
if (args is [ReferenceHost.Verb, var plan, ..])
{
    await ReferenceHost.RunAsync(plan);
    return 0;
}

string[] known = ["pages", "deeds", "start", "clock", "receipts", "register", "engine", "simulation"];
var chosen = args.TakeWhile(a => a != "--app").Where(a => !a.StartsWith('-')).ToArray();
if (chosen.Except(known).ToArray() is { Length: > 0 } unknown)
{
    await Console.Error.WriteLineAsync($"Unknown part: {string.Join(", ", unknown)}. Parts: {string.Join(", ", known)}.");
    return 2;
}

var clock = ClockPart.NewTable();
if (chosen.Length == 0 || chosen.Contains("clock"))
    ClockPart.Run(clock);
var (receipts, receiptMemory) = (ReceiptsPart.NewTable(), ReceiptsPart.NewMemoryTable());
if (chosen.Length == 0 || chosen.Contains("receipts"))
    ReceiptsPart.Run(receipts, receiptMemory, args.Contains("--quick"));
var simulation = SimulationPart.NewTable();
if (chosen.Length == 0 || chosen.Contains("simulation"))
    await SimulationPart.RunAsync(simulation, args.Contains("--quick"));
if (chosen.Length > 0 && chosen.All(part => part is "clock" or "receipts" or "simulation"))
{
    foreach (var table in new[] { clock, receipts, receiptMemory, simulation }.Where(t => !t.IsEmpty))
        table.Write(Console.Out);
    return 0;
}

bool Wants(string part) => chosen.Length == 0 || chosen.Contains(part);
var work = Directory.CreateTempSubdirectory("onestop-bench-").FullName;
if (!OperatingSystem.IsWindows())
    File.SetUnixFileMode(work, (UnixFileMode)Convert.ToInt32("755", 8));
// Databases and templates of this run live and die with it.
Environment.SetEnvironmentVariable("TMPDIR", Directory.CreateDirectory(Path.Combine(work, "tmp")).FullName);
try
{
    var (engine, store, growth, inbox) = (EnginePart.NewTable(), EngineStorePart.NewTable(), EngineGrowthPart.NewTable(), InboxPart.NewTable());
    var ofProduct = Wants("pages") || Wants("deeds") || Wants("start") || Wants("register");
    var at = Array.IndexOf(args, "--app");
    var app = at >= 0 ? Path.GetFullPath(args[at + 1]) : Path.Combine(work, "app");
    if (at < 0 && ofProduct)
    {
        await Console.Error.WriteLineAsync("Publishing the product");
        await Tools.RunAsync("dotnet", RepositoryRoot.Path, "publish", "src/OneStop.Web", "-c", "Release", "-o", app, "-v", "q", "-nologo");
    }

    var options = new BenchOptions(work, app, args.Contains("--quick"));
    var providers = Bench.Providers.Where(p => !args.Contains("--sqlite") || p == DatabaseOptions.Sqlite).Where(p => !args.Contains("--postgresql") || p == DatabaseOptions.PostgreSql).ToArray();
    await using var server = providers.Contains(DatabaseOptions.PostgreSql) ? await PostgreSqlServer.StartAsync(work) : null;
    var (pages, deeds, start) = (PagesPart.NewTable(), SendingPart.NewTable(), StartPart.NewTable());
    var register = RegisterPart.NewTable();
    var blank = Wants("start") ? await BlankTemplate.PublishAsync(work) : "";
    if (Wants("engine"))
    {
        await EnginePart.RunAsync(engine);
        if (server is not null)
            await EngineOnServerAsync(options.Quick, store, growth, inbox);
    }

    foreach (var provider in ofProduct ? providers : [])
    {
        if (provider == DatabaseOptions.PostgreSql && server is null)
        {
            await Console.Error.WriteLineAsync("PostgreSQL is not installed and ONESTOP_TEST_POSTGRES names none: left out.");
            continue;
        }

        await using var bench = await Bench.StartAsync(provider, options);
        // First: whoever starts over a day's deeds has their notices and papers to make, and is not idle.
        if (Wants("start"))
            await StartPart.RunAsync(bench, blank, start);
        if (Wants("pages"))
            await PagesPart.RunAsync(bench, pages);
        if (Wants("deeds"))
        {
            await SendingPart.RunAsync(bench, deeds);
            await StepsPart.RunAsync(bench, deeds);
        }

        if (Wants("register"))
            await RegisterPart.RunAsync(bench, register);
    }

    var memory = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / (1L << 30);
    Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Environment.ProcessorCount} cores, {memory} GB of memory; the load generator and the database run on the same machine."));
    Console.Out.WriteLine();
    foreach (var table in new[] { pages, deeds, start, clock, receipts, receiptMemory, register, engine, store, growth, inbox, simulation }.Where(t => !t.IsEmpty))
        table.Write(Console.Out);
    return 0;
}
catch (Exception exception)
{
    // Caught, so that servers and folders of this run are put away.
    await Console.Error.WriteLineAsync(exception.ToString());
    return 1;
}
finally
{
    Directory.Delete(work, recursive: true);
}

static async Task EngineOnServerAsync(bool quick, FiguresTable store, FiguresTable growth, FiguresTable inbox)
{
    Environment.SetEnvironmentVariable(Bench.QuietVariable, "None");
    EngineOffice[] offices = [new(), new(), new()];
    foreach (var office in offices)
        await office.InitializeAsync();
    var (empty, full, small) = (offices[0], offices[1], offices[2]);
    try
    {
        await EngineStorePart.RunAsync(empty, store, quick);
        await EngineGrowthPart.RunAsync(empty, full, growth, quick);
        await InboxPart.RunAsync(small, full, inbox, quick);
    }
    finally
    {
        foreach (var office in offices)
            await office.DisposeAsync();
    }
}
