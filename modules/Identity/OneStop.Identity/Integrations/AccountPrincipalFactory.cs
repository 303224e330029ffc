using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using OneStop.Identity.Domain;
using OneStop.Kernel.Callers;

namespace OneStop.Identity.Integrations;

// The cookie carries the caller; it is built anew at every recheck, so a change of posts arrives without signing in again.
internal sealed class AccountPrincipalFactory(CallerBuilder callers) : IUserClaimsPrincipalFactory<Account>
{
    public const string StampClaim = "stamp";

    public async Task<ClaimsPrincipal> CreateAsync(Account user)
    {
        var identity = new ClaimsIdentity(IdentityConstants.ApplicationScheme);
        identity.AddClaim(new Claim(ClaimTypes.NameIdentifier, user.Id.ToString()));
        identity.AddClaim(new Claim(ClaimTypes.Name, user.FullName));
        identity.AddClaim(new Claim(StampClaim, user.SecurityStamp!));
        identity.AddClaims(CallerClaims.ToClaims(await callers.BuildAsync(user, CancellationToken.None)));
        return new ClaimsPrincipal(identity);
    }
}
