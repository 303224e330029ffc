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
using OneStop.Kernel.Live;
using OneStop.Organisation.Contracts;

namespace OneStop.Identity.Integrations;

// A circuit can live all day: it asks again whether its account may still be signed in, and ends the session when not.
internal sealed class CircuitAuthentication : RevalidatingServerAuthenticationStateProvider
{
    private readonly ILogger<CircuitAuthentication> logger;
    private readonly IServiceScopeFactory scopes;
    private readonly IOptions<IdentityModuleOptions> options;
    private readonly IDisposable news;

    public CircuitAuthentication(ILoggerFactory loggers, IServiceScopeFactory scopes, IOptions<IdentityModuleOptions> options, ILiveFeed live)
        : base(loggers)
    {
        (logger, this.scopes, this.options) = (loggers.CreateLogger<CircuitAuthentication>(), scopes, options);
        news = live.Subscribe(OrganisationTopics.Posts, () => _ = RecheckAsync());
    }

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

    protected override void Dispose(bool disposing)
    {
        news.Dispose();
        base.Dispose(disposing);
    }

    // Posts have changed, perhaps this one's. Whoever may no longer be signed in is found by the interval.
    private async Task RecheckAsync()
    {
        try
        {
            await ValidateAuthenticationStateAsync(await GetAuthenticationStateAsync(), CancellationToken.None);
        }
        catch (Exception exception)
        {
            logger.LogWarning(exception, "The posts of a session could not be read anew; its interval reads them");
        }
    }
}
