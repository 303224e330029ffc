using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using OneStop.Identity.Domain;

namespace OneStop.Identity.Integrations;

// The cookies of the browser: pages call it after the dispatcher has said yes.
internal sealed class AccountSession(IHttpContextAccessor http, UserManager<Account> accounts, IUserClaimsPrincipalFactory<Account> principals)
{
    private HttpContext Context => http.HttpContext ?? throw new InvalidOperationException("Signing in needs a request.");

    public async Task SignInAsync(Guid accountId)
    {
        var account = await accounts.FindByIdAsync(accountId.ToString()) ?? throw new InvalidOperationException("The account has gone.");
        await Context.SignOutAsync(IdentityConstants.TwoFactorUserIdScheme);
        await Context.SignInAsync(IdentityConstants.ApplicationScheme, await principals.CreateAsync(account), new AuthenticationProperties());
    }

    // Between password and code: a cookie of five minutes that says which password was right.
    public Task RememberFirstFactorAsync(Guid accountId)
    {
        var identity = new ClaimsIdentity(IdentityConstants.TwoFactorUserIdScheme);
        identity.AddClaim(new Claim(ClaimTypes.Name, accountId.ToString()));
        return Context.SignInAsync(IdentityConstants.TwoFactorUserIdScheme, new ClaimsPrincipal(identity));
    }

    public async Task<Guid?> FirstFactorAsync()
    {
        var result = await Context.AuthenticateAsync(IdentityConstants.TwoFactorUserIdScheme);
        return Guid.TryParse(result.Principal?.FindFirstValue(ClaimTypes.Name), out var id) ? id : null;
    }

    public async Task SignOutAsync()
    {
        await Context.SignOutAsync(IdentityConstants.ApplicationScheme);
        await Context.SignOutAsync(IdentityConstants.TwoFactorUserIdScheme);
    }
}
