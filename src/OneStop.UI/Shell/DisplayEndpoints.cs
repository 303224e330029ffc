using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace OneStop.UI;

/// <summary>The plain links behind the language, text size, theme and density switches: set a cookie, go back to the page.</summary>
public static class DisplayEndpoints
{
    /// <summary>Names the language in an address: vi or en.</summary>
    public const string LanguageKey = "lang";

    private const string Prefix = "/hien-thi";
    private const string LanguageSwitch = "ngon-ngu";

    /// <summary>Maps them. They show and change nothing but the reader's own screen, so everybody may follow them.</summary>
    public static IEndpointRouteBuilder MapDisplaySwitches(this IEndpointRouteBuilder routes)
    {
        routes.MapGet($"{Prefix}/{{what}}/{{value}}", Switch).AllowAnonymous().ExcludeFromDescription();
        return routes;
    }

    /// <summary>An address that names a language is kept to after it too: the connection of a live page and the next page know only the cookie.</summary>
    public static IApplicationBuilder UseLanguageOfAddress(this IApplicationBuilder pages) => pages.Use((context, next) =>
    {
        var localization = context.RequestServices.GetRequiredService<IOptions<RequestLocalizationOptions>>().Value;
        if (HttpMethods.IsGet(context.Request.Method) && LanguageCookie(context.Request.Query[LanguageKey].ToString(), localization) is { } cookie
            && context.Request.Cookies[cookie.Name] != cookie.Content)
            Keep(context, cookie);
        return next(context);
    });

    // The address to come back to is given escaped: a page writes several of these.
    internal static string Url(string what, string value, string escapedBack) => $"{Prefix}/{what}/{value}?ve={escapedBack}";

    private static IResult Switch(string what, string value, HttpContext context, IOptions<RequestLocalizationOptions> localization, string? ve = null)
    {
        var cookie = what == LanguageSwitch ? LanguageCookie(value, localization.Value) : Cookie(what, value);
        if (cookie is null)
            return Results.NotFound();

        Keep(context, cookie.Value);
        // An address that names the language which was left would bring it back.
        return Results.LocalRedirect(!IsLocal(ve) ? "/" : what == LanguageSwitch ? WithoutLanguage(ve!) : ve!);
    }

    private static string WithoutLanguage(string address)
    {
        var parts = address.Split('?', 2);
        if (parts.Length == 1)
            return address;
        var kept = parts[1].Split('&').Where(part => !part.Split('=')[0].Equals(LanguageKey, StringComparison.OrdinalIgnoreCase)).ToArray();
        return kept.Length == 0 ? parts[0] : $"{parts[0]}?{string.Join('&', kept)}";
    }

    private static void Keep(HttpContext context, (string Name, string Content) cookie) => context.Response.Cookies.Append(cookie.Name, cookie.Content, new CookieOptions
    {
        MaxAge = TimeSpan.FromDays(365),
        IsEssential = true,
        SameSite = SameSiteMode.Lax,
        Secure = context.Request.IsHttps,
        HttpOnly = false,
    });

    private static (string Name, string Content)? Cookie(string what, string value) => what switch
    {
        "co-chu" when DisplayPreferences.TextSizes.Contains(value) => (DisplayPreferences.TextSizeCookie, value),
        "giao-dien" when DisplayPreferences.Themes.Contains(value) => (DisplayPreferences.ThemeCookie, value),
        "mat-do" when DisplayPreferences.Densities.Contains(value) => (DisplayPreferences.DensityCookie, value),
        _ => null,
    };

    private static (string Name, string Content)? LanguageCookie(string language, RequestLocalizationOptions localization) =>
        localization.SupportedUICultures?.FirstOrDefault(culture => culture.TwoLetterISOLanguageName == language) is { } culture
            ? (CookieRequestCultureProvider.DefaultCookieName, CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(culture)))
            : null;

    // One leading slash and no backslash: "//host" and "/\host" leave the site.
    internal static bool IsLocal(string? path) => path is ['/', ..] && path is not ['/', '/' or '\\', ..] && !path.Any(char.IsControl);
}
