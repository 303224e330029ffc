using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using OneStop.Identity.Domain;

namespace OneStop.Identity.Integrations;

// Compares the stamp of the cookie with that of the account every so often and renews what the cookie says about posts.
internal static class SessionRecheck
{
    private const string CheckedAt = "checked_at";

    public static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        var services = context.HttpContext.RequestServices;
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        var interval = TimeSpan.FromSeconds(services.GetRequiredService<IOptions<IdentityModuleOptions>>().Value.RecheckSeconds);
        var changedAt = services.GetRequiredService<PostNews>().ChangedAt;
        // What the cookie keeps is whole milliseconds: a check in that of the change may have come before it.
        if (LastChecked(context.Properties) is { } last && now - last < interval && last > changedAt)
            return;

        var accounts = services.GetRequiredService<UserManager<Account>>();
        var account = await accounts.FindByIdAsync(context.Principal?.FindFirstValue(ClaimTypes.NameIdentifier) ?? "");
        if (account is not { ClosedAt: null } || account.SecurityStamp != context.Principal?.FindFirstValue(AccountPrincipalFactory.StampClaim))
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(IdentityConstants.ApplicationScheme);
            return;
        }

        context.ReplacePrincipal(await services.GetRequiredService<IUserClaimsPrincipalFactory<Account>>().CreateAsync(account));
        context.Properties.Items[CheckedAt] = now.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
        context.ShouldRenew = true;
    }

    private static DateTimeOffset? LastChecked(AuthenticationProperties properties)
    {
        if (properties.Items.TryGetValue(CheckedAt, out var text) && long.TryParse(text, CultureInfo.InvariantCulture, out var milliseconds))
            return DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);
        return properties.IssuedUtc;
    }
}
