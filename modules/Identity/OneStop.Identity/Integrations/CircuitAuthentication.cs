using System.Security.Claims;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using OneStop.Identity.Data;
using OneStop.Identity.Domain;
using OneStop.Kernel.Callers;

namespace OneStop.Identity.Integrations;

// A circuit can live all day: it asks again whether its account may still be signed in, and ends the session when not.
internal sealed class CircuitAuthentication(ILoggerFactory loggers, IServiceScopeFactory scopes, IOptions<IdentityModuleOptions> options)
    : RevalidatingServerAuthenticationStateProvider(loggers)
{
    protected override TimeSpan RevalidationInterval => TimeSpan.FromSeconds(Math.Max(options.Value.RecheckSeconds, 1));

    protected override async Task<bool> ValidateAuthenticationStateAsync(AuthenticationState authenticationState, CancellationToken cancellationToken)
    {
        if (authenticationState.User.Identity is not { IsAuthenticated: true })
            return true;
        if (!Guid.TryParse(authenticationState.User.FindFirstValue(ClaimTypes.NameIdentifier), out var id))
            return false;

        await using var scope = scopes.CreateAsyncScope();
        var account = await scope.ServiceProvider.GetRequiredService<IdentityDbContext>().Accounts.FindAsync([id], cancellationToken);
        if (account is not { ClosedAt: null } || account.SecurityStamp != authenticationState.User.FindFirstValue(AccountPrincipalFactory.StampClaim))
            return false;

        // Posts change while people work, and so does who stands in for whom.
        var now = await scope.ServiceProvider.GetRequiredService<CallerBuilder>().BuildAsync(account, cancellationToken);
        if (!now.Assignments.ToHashSet().SetEquals(CallerClaims.FromPrincipal(authenticationState.User).Assignments))
            SetAuthenticationState(Task.FromResult(new AuthenticationState(await scope.ServiceProvider.GetRequiredService<IUserClaimsPrincipalFactory<Account>>().CreateAsync(account))));
        return true;
    }
}
