using Microsoft.AspNetCore.OutputCaching;
using OneStop.UI;

namespace OneStop.Dossiers.Features.CountApologies;

// The drawn page is kept as long as the figures behind it.
internal sealed class ApologiesCachePolicy : IOutputCachePolicy
{
    public const string Name = "apologies";
    public static readonly ApologiesCachePolicy Instance = new();
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(5);

    public ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        context.EnableOutputCaching = false;
        if (KeptPages.MayServe(context.HttpContext))
            KeptPages.Keep(context, Life, "no-cache");
        return ValueTask.CompletedTask;
    }

    public ValueTask ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation) => ValueTask.CompletedTask;

    public ValueTask ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        KeptPages.CheckAnswer(context);
        return ValueTask.CompletedTask;
    }
}
