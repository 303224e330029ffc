using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.WebEncoders;

namespace OneStop.Benchmarks.Reference;

// The process beside the product: a bare endpoint and a bare Blazor page over the same database, with the product's compression and encoding.
internal static class ReferenceHost
{
    public const string Verb = "reference";

    public static async Task RunAsync(string planFile)
    {
        var plan = JsonSerializer.Deserialize<ReferencePlan>(await File.ReadAllTextAsync(planFile))!;
        var builder = WebApplication.CreateBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.Warning).AddFilter("Microsoft.Hosting.Lifetime", LogLevel.Information);
        builder.Services.AddSingleton(new ReferencePages(plan));
        builder.Services.Configure<WebEncoderOptions>(o => o.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        builder.Services.AddRazorComponents();
        builder.Services.AddResponseCompression(o =>
        {
            o.EnableForHttps = true;
            o.Providers.Add<BrotliCompressionProvider>();
            o.Providers.Add<GzipCompressionProvider>();
        });
        await using var app = builder.Build();
        app.UseResponseCompression();
        app.UseAntiforgery();
        app.MapGet("/raw/{name}", async (string name, ReferencePages pages, HttpResponse response) =>
        {
            await pages.QueryAsync(name);
            response.ContentType = "text/html; charset=utf-8";
            await response.Body.WriteAsync(pages.BytesOf(name));
        });
        app.MapRazorComponents<BareApp>();
        await app.RunAsync();
    }
}
