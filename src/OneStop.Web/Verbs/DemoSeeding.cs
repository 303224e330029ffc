using System.Diagnostics;
using OneStop.Kernel.Modules;
using OneStop.Web.Composition;

namespace OneStop.Web.Verbs;

internal static class DemoSeeding
{
    public static async Task RunAsync(IServiceProvider services, string[] args, SeedOptions options, TextWriter output, CancellationToken cancellationToken)
    {
        await using var ordering = services.CreateAsyncScope();
        foreach (var type in ordering.ServiceProvider.GetServices<IDemoSeed>().OrderBy(s => s.Order).Select(s => s.GetType()))
        {
            await using var scope = services.CreateAsyncScope();
            var seed = scope.ServiceProvider.GetServices<IDemoSeed>().Single(s => s.GetType() == type);
            await seed.SeedAsync(options, new Bar(output), cancellationToken);
        }

        await DemoPast.TellAsync(services, options, clock => HostOfPast(args, clock), new Bar(output), cancellationToken);
    }

    private static WebApplication HostOfPast(string[] args, DemoClock clock)
    {
        var builder = WebApplication.CreateBuilder(args);
        builder.AddOneStopHost();
        builder.Services.AddSingleton<TimeProvider>(clock);
        return builder.Build();
    }

    private sealed class Bar(TextWriter output) : IProgress<(string What, double Share)>
    {
        private const int Width = 30;
        private readonly Stopwatch watch = Stopwatch.StartNew();
        private string shown = "";

        public void Report((string What, double Share) value)
        {
            var done = (int)(Math.Clamp(value.Share, 0, 1) * Width);
            var line = $"{value.What,-40} [{new string('#', done)}{new string('.', Width - done)}] {value.Share,4:P0}";
            if (line == shown)
                return;
            shown = line;
            if (Console.IsOutputRedirected)
            {
                if (value.Share >= 1)
                    output.WriteLine($"{line} {watch.Elapsed.TotalSeconds:0.0} s");
                return;
            }

            output.Write($"\r{line}");
            if (value.Share >= 1)
                output.WriteLine($" {watch.Elapsed.TotalSeconds:0.0} s");
        }
    }
}
