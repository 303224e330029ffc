using OneStop.Kernel.Data;
using OneStop.Kernel.Modules;

namespace OneStop.Web.Verbs;

internal static class VerbRunner
{
    public static async Task<int> RunAsync(WebApplication app, string verb, string[] args)
    {
        using var stop = new CancellationTokenSource();
        Console.CancelKeyPress += (_, e) =>
        {
            e.Cancel = true;
            stop.Cancel();
        };
        await using var scope = app.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        switch (verb)
        {
            case "migrate":
                return await MigrateAsync(services.GetRequiredService<DatabaseMigrator>(), args, Console.Out, stop.Token);
            case "seed":
                return await SeedAsync(app, args, Console.Out, stop.Token);
        }

        var verbs = services.GetServices<IVerb>().ToArray();
        if (verbs.FirstOrDefault(v => v.Name == verb) is { } found)
            return await found.RunAsync(args, Console.Out, stop.Token);

        await Console.Error.WriteLineAsync($"Unknown verb '{verb}'. Known: migrate [--script], seed --demo [--province CODE], {string.Join(", ", verbs.Select(v => v.Usage))}");
        return 2;
    }

    private static async Task<int> MigrateAsync(DatabaseMigrator migrator, string[] args, TextWriter output, CancellationToken cancellationToken)
    {
        if (args.Contains("--script"))
        {
            await output.WriteLineAsync(migrator.Script());
            return 0;
        }

        await output.WriteLineAsync($"Applied {await migrator.MigrateAsync(cancellationToken)} migration(s).");
        return 0;
    }

    private static async Task<int> SeedAsync(WebApplication app, string[] args, TextWriter output, CancellationToken cancellationToken)
    {
        if (!args.Contains("--demo"))
        {
            await Console.Error.WriteLineAsync("Usage: seed --demo [--province CODE]");
            return 2;
        }

        var at = Array.IndexOf(args, "--province");
        var options = new SeedOptions(at >= 0 && at + 1 < args.Length ? args[at + 1] : "01", Accounts: app.Environment.IsDevelopment());
        await using var scope = app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<DatabaseMigrator>().MigrateAsync(cancellationToken);
        await DemoSeeding.RunAsync(app.Services, args, options, output, cancellationToken);
        return 0;
    }
}
