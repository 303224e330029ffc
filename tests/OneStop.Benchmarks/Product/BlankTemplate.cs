namespace OneStop.Benchmarks.Product;

// The empty Blazor template of this SDK, published: what every Blazor site has to start at least.
internal static class BlankTemplate
{
    public static async Task<string> PublishAsync(string work)
    {
        var source = Path.Combine(work, "blank");
        var published = Path.Combine(work, "blank-app");
        await Tools.RunAsync("dotnet", work, "new", "blazor", "--empty", "--interactivity", "None", "--no-restore", "-n", "Blank", "-o", source);
        // The page has no script, so the package that carries Blazor's own is not needed.
        await Tools.RunAsync("dotnet", source, "publish", "-c", "Release", "-p:RequiresAspNetWebAssets=false", "-o", published, "-v", "q", "-nologo");
        return Path.Combine(published, "Blank.dll");
    }
}
