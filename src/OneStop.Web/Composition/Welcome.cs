namespace OneStop.Web.Composition;

// What a newcomer needs to know after the first command: where to look and whom to sign in as.
internal static class Welcome
{
    public static void Print(WebApplication app, TextWriter output)
    {
        foreach (var url in app.Urls)
            output.WriteLine($"OneStop: {url}");
        foreach (var line in app.Services.GetServices<Kernel.Modules.IWelcomeLines>().SelectMany(l => l.Lines))
            output.WriteLine(line);
    }
}
