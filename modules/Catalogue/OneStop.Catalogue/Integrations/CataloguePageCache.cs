using System.Globalization;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.DependencyInjection;
using OneStop.Catalogue.Search;
using OneStop.UI;

namespace OneStop.Catalogue.Integrations;

// Rendered catalogue pages for visitors who are not signed in: one copy per address, language and display choice, and per revision of the
// catalogue, so that a change empties the cache on every node by itself. A page with a name in its header is never stored nor served.
internal sealed class CataloguePageCache : IOutputCachePolicy
{
    public const string Name = "catalogue";
    public const string Tag = "catalogue";
    public static readonly CataloguePageCache Instance = new();
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(30);

    public async ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        context.EnableOutputCaching = false;
        var http = context.HttpContext;
        if (!KeptPages.MayServe(http))
            return;

        var revision = (await http.RequestServices.GetRequiredService<CatalogueIndex>().GetAsync(cancellation)).Revision;
        KeptPages.Keep(context, Kept, "no-cache");
        context.Tags.Add(Tag);
        context.CacheVaryByRules.VaryByValues["revision"] = revision.ToString(CultureInfo.InvariantCulture);
    }

    public ValueTask ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation) => ValueTask.CompletedTask;

    public ValueTask ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        KeptPages.CheckAnswer(context);
        return ValueTask.CompletedTask;
    }
}
