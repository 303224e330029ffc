using System.Globalization;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.DependencyInjection;
using OneStop.Kernel.Requests;
using OneStop.UI;

namespace OneStop.Dossiers.Features.ReadTracked;

// Keeps the drawn page of a dossier for visitors who are not signed in. The key holds everything the page depends on: the address with its ticket,
// the dossier and its version, the language, how the reader wants to see pages, and the minute up to which the remaining time is told.
internal sealed class TrackingCachePolicy(TimeProvider time) : IOutputCachePolicy
{
    public const string Name = "tracking";
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(2);
    private readonly AskedBefore asked = new();

    public async ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var http = context.HttpContext;
        context.EnableOutputCaching = false;
        if (!KeptPages.MayServe(http))
            return;

        var dispatcher = http.RequestServices.GetRequiredService<IDispatcher>();
        var read = await dispatcher.Send(new ReadTracked(http.Request.Query[ReadTrackedPage.TicketKey]), cancellation);
        if (!read.TryGet(out var dossier))
            return;

        // What the key was made of is what the page draws: it does not ask again.
        http.Features.Set(dossier);

        // A shared computer must not show it again by its back button.
        KeptPages.Keep(context, Life, "no-store");
        var rules = context.CacheVaryByRules;
        rules.VaryByValues["dossier"] = string.Create(CultureInfo.InvariantCulture, $"{dossier.Id:N}.{dossier.Version}");
        var minute = time.GetUtcNow().ToString("yyyyMMddHHmm", CultureInfo.InvariantCulture);
        rules.VaryByValues["minute"] = minute;
        // Most dossiers are looked up once: a page is kept from the second asking on, and those of the many who come once do not push it out.
        context.EnableOutputCaching = asked.Note(HashCode.Combine(http.Request.QueryString, dossier.Version, minute));
    }

    public ValueTask ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation) => ValueTask.CompletedTask;

    public ValueTask ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        KeptPages.CheckAnswer(context);
        return ValueTask.CompletedTask;
    }
}
