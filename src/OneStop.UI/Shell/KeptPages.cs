using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Primitives;

namespace OneStop.UI;

/// <summary>What every policy that keeps drawn pages for visitors needs: who may be given one, what it depends on beside its content, and what of an answer may be kept.</summary>
public static class KeptPages
{
    private const string AntiforgeryCookie = ".AspNetCore.Antiforgery.";

    /// <summary>Whether the request may be given a kept page at all: it only reads, and nobody is signed in.</summary>
    public static bool MayServe(HttpContext http) =>
        (HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method)) && http.User.Identity?.IsAuthenticated is not true;

    /// <summary>Lets the page be kept and served, one copy for each address, language, display choice and compression.</summary>
    /// <param name="context">The request.</param>
    /// <param name="life">How long a copy is kept at most.</param>
    /// <param name="cacheControl">What browsers are told.</param>
    public static void Keep(OutputCacheContext context, TimeSpan life, string cacheControl)
    {
        var http = context.HttpContext;
        context.EnableOutputCaching = true;
        context.AllowCacheLookup = true;
        context.AllowCacheStorage = true;
        context.AllowLocking = true;
        context.ResponseExpirationTimeSpan = life;
        var display = DisplayPreferences.Read(name => http.Request.Cookies[name]);
        var rules = context.CacheVaryByRules;
        rules.QueryKeys = "*";
        rules.VaryByValues["language"] = CultureInfo.CurrentUICulture.Name;
        rules.VaryByValues["display"] = $"{display.TextSize} {display.Theme} {display.Density}";
        // Pages are kept as they leave, compressed.
        rules.VaryByValues["encoding"] = EncodingOf(http);
        http.Response.OnStarting(() =>
        {
            ForgetAntiforgery(http.Response.Headers, cacheControl);
            return Task.CompletedTask;
        });
    }

    /// <summary>Keeps nothing but whole pages that say nothing to one browser alone.</summary>
    /// <param name="context">The answered request.</param>
    public static void CheckAnswer(OutputCacheContext context)
    {
        var response = context.HttpContext.Response;
        if (response.StatusCode != StatusCodes.Status200OK || !StringValues.IsNullOrEmpty(response.Headers.SetCookie))
            context.AllowCacheStorage = false;
    }

    // Blazor gives pages an antiforgery cookie and, with it, "no-store". Kept pages post nothing, so neither the copy nor the first answer
    // carries one; the page that needs a token gets its own.
    private static void ForgetAntiforgery(IHeaderDictionary headers, string cacheControl)
    {
        var kept = headers.SetCookie.Where(c => c?.StartsWith(AntiforgeryCookie, StringComparison.Ordinal) is false).ToArray();
        headers.SetCookie = kept.Length == 0 ? StringValues.Empty : new StringValues(kept);
        headers.CacheControl = cacheControl;
        headers.Remove("Pragma");
    }

    private static string EncodingOf(HttpContext http) =>
        http.RequestServices.GetService<IResponseCompressionProvider>() is { } compression && compression.CheckRequestAcceptsCompression(http)
            ? compression.GetCompressionProvider(http)?.EncodingName ?? ""
            : "";
}
