using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using OneStop.Identity.Integrations;

namespace OneStop.Identity.Features;

// By POST alone, so that no picture on another site can sign anybody out.
internal static class SignOutEndpoint
{
    public static async Task<IResult> HandleAsync(HttpContext context, IAntiforgery antiforgery, AccountSession session)
    {
        // A second click after the session has gone is no error.
        if (context.User.Identity is { IsAuthenticated: true } && !await antiforgery.IsRequestValidAsync(context))
            return Results.BadRequest();

        await session.SignOutAsync();
        return Results.LocalRedirect(IdentityUrls.CitizenHome);
    }
}
