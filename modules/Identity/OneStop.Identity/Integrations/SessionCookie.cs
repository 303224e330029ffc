using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace OneStop.Identity.Integrations;

internal static class SessionCookie
{
    public static void Configure(CookieAuthenticationOptions cookie, IdentityModuleOptions options)
    {
        cookie.Cookie.Name = "onestop";
        cookie.Cookie.HttpOnly = true;
        cookie.Cookie.SameSite = SameSiteMode.Lax;
        cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        cookie.ExpireTimeSpan = TimeSpan.FromMinutes(options.SessionMinutes);
        cookie.SlidingExpiration = true;
        cookie.LoginPath = IdentityUrls.SignIn;
        cookie.ReturnUrlParameter = "returnUrl";
        cookie.Events.OnValidatePrincipal = SessionRecheck.ValidateAsync;
        cookie.Events.OnRedirectToLogin = context => Answer(context, StatusCodes.Status401Unauthorized, redirect: true);
        cookie.Events.OnRedirectToAccessDenied = context => Answer(context, StatusCodes.Status403Forbidden, redirect: false);
    }

    // A person is led to the sign-in page and back; a program gets the status alone.
    private static async Task Answer(RedirectContext<CookieAuthenticationOptions> context, int status, bool redirect)
    {
        if (!redirect || IsProgram(context.Request))
        {
            context.Response.StatusCode = status;
            return;
        }

        await context.HttpContext.RequestServices.GetRequiredService<KeptForms>().KeepAsync(context.HttpContext);
        context.Response.Redirect(context.RedirectUri);
    }

    // The API's clients, and the scripts of our own pages.
    private static bool IsProgram(HttpRequest request) =>
        request.Path.StartsWithSegments("/api") || request.Headers.ContainsKey("X-Autosave") || request.Headers.Accept.ToString().StartsWith("application/json", StringComparison.Ordinal);
}
