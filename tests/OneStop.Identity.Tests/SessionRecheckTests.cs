using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using OneStop.Identity.Domain;
using OneStop.Identity.Integrations;
using OneStop.Kernel.Live;
using OneStop.Organisation.Contracts;

namespace OneStop.Identity.Tests;

// A session believes its cookie for a while; news of posts ends that at once.
public sealed class SessionRecheckTests(StaffedSystem system) : IClassFixture<StaffedSystem>
{
    [Fact]
    public async Task Session_AfterNewsOfPosts_IsReadAnewAtItsNextRequest()
    {
        var news = system.Services.GetRequiredService<PostNews>();
        var issued = system.Clock.Now;
        Assert.False(await IsReadAnewAsync(issued));

        system.Clock.Advance(TimeSpan.FromSeconds(1));
        system.Services.GetRequiredService<ILiveFeed>().Publish(OrganisationTopics.Posts);

        Assert.True(SpinWait.SpinUntil(() => news.ChangedAt > issued, TimeSpan.FromSeconds(30)));
        Assert.True(await IsReadAnewAsync(issued));
        system.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.False(await IsReadAnewAsync(system.Clock.Now));
    }

    private Task<bool> IsReadAnewAsync(DateTimeOffset issued) =>
        system.InScopeAsync(async services =>
        {
            var account = await services.GetRequiredService<UserManager<Account>>().FindByNameAsync("chutich.trucbach");
            var principal = await services.GetRequiredService<IUserClaimsPrincipalFactory<Account>>().CreateAsync(account!);
            var ticket = new AuthenticationTicket(principal, new AuthenticationProperties { IssuedUtc = issued }, IdentityConstants.ApplicationScheme);
            var scheme = new AuthenticationScheme(IdentityConstants.ApplicationScheme, null, typeof(CookieAuthenticationHandler));
            var context = new CookieValidatePrincipalContext(new DefaultHttpContext { RequestServices = services }, scheme, new CookieAuthenticationOptions(), ticket);
            await SessionRecheck.ValidateAsync(context);
            return context.ShouldRenew;
        });
}
