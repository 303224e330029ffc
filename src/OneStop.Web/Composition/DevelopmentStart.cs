using OneStop.Kernel.Data;
using OneStop.Web.Verbs;

namespace OneStop.Web.Composition;

// A clean clone starts with everything it needs to be tried; outside Development nothing is created by itself.
internal static class DevelopmentStart
{
    public static async Task PrepareAsync(WebApplication app, string[] args)
    {
        if (!app.Environment.IsDevelopment() || !app.Configuration.GetValue("Development:Prepare", true))
            return;

        var output = Console.Out;
        await using (var scope = app.Services.CreateAsyncScope())
            await scope.ServiceProvider.GetRequiredService<DatabaseMigrator>().MigrateAsync(app.Lifetime.ApplicationStopping);
        await DemoSeeding.RunAsync(app.Services, args, new(), output, app.Lifetime.ApplicationStopping);
        app.Lifetime.ApplicationStarted.Register(() => Welcome.Print(app, output));
    }
}
