using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Primitives;
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
    private const string AntiforgeryCookie = ".AspNetCore.Antiforgery.";
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(30);

    public async ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var http = context.HttpContext;
        var cacheable = (HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method)) && http.User.Identity?.IsAuthenticated is not true;
        context.EnableOutputCaching = cacheable;
        context.AllowCacheLookup = cacheable;
        context.AllowCacheStorage = cacheable;
        context.AllowLocking = true;
        if (!cacheable)
            return;

        var revision = (await http.RequestServices.GetRequiredService<CatalogueIndex>().GetAsync(cancellation)).Revision;
        context.Tags.Add(Tag);
        context.ResponseExpirationTimeSpan = Kept;
        context.CacheVaryByRules.QueryKeys = "*";
        context.CacheVaryByRules.VaryByValues["revision"] = revision.ToString(CultureInfo.InvariantCulture);
        context.CacheVaryByRules.VaryByValues["culture"] = CultureInfo.CurrentUICulture.Name;
        var display = DisplayPreferences.Read(name => http.Request.Cookies[name]);
        http.Response.OnStarting(ForgetAntiforgery, http.Response);
        context.CacheVaryByRules.VaryByValues["display"] = $"{display.TextSize} {display.Theme} {display.Density}";
    }

    // Blazor gives every page an antiforgery cookie and, with it, "no-store". These pages post nothing for a visitor who is not signed in,
    // so neither the copy that is kept nor the first answer carries one; the page that needs a token gets its own.
    private static Task ForgetAntiforgery(object state)
    {
        var headers = ((HttpResponse)state).Headers;
        var kept = headers.SetCookie.Where(c => c?.StartsWith(AntiforgeryCookie, StringComparison.Ordinal) is false).ToArray();
        headers.SetCookie = kept.Length == 0 ? StringValues.Empty : new StringValues(kept);
        headers.CacheControl = "no-cache";
        headers.Remove("Pragma");
        return Task.CompletedTask;
    }

    public ValueTask ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation) => ValueTask.CompletedTask;

    public ValueTask ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var response = context.HttpContext.Response;
        if (response.StatusCode != StatusCodes.Status200OK || !StringValues.IsNullOrEmpty(response.Headers.SetCookie))
            context.AllowCacheStorage = false;
        return ValueTask.CompletedTask;
    }
}
