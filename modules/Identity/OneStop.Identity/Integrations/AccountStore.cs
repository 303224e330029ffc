using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using OneStop.Identity.Domain;
using OneStop.Kernel.Security;
using IdentityDbContext = OneStop.Identity.Data.IdentityDbContext;

namespace OneStop.Identity.Integrations;

// Users without roles: what an official may do comes from the posts held, not from rows of ours. The authenticator's secret is encrypted at rest.
internal sealed class AccountStore(IdentityDbContext context, IdentityErrorDescriber describer, IFieldProtector protector)
    : UserOnlyStore<Account, IdentityDbContext, Guid, AccountClaim, AccountLogin, AccountToken>(context, describer)
{
    public override Task SetAuthenticatorKeyAsync(Account user, string key, CancellationToken cancellationToken) =>
        base.SetAuthenticatorKeyAsync(user, protector.Protect(key), cancellationToken);

    public override async Task<string?> GetAuthenticatorKeyAsync(Account user, CancellationToken cancellationToken) =>
        await base.GetAuthenticatorKeyAsync(user, cancellationToken) is { } stored ? protector.Unprotect(stored) : null;
}
