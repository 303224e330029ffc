using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.DependencyInjection;
using OneStop.Dossiers.Features.ReadTracked;
using OneStop.Dossiers.Features.TrackDossier;
using OneStop.Kernel.Callers;

namespace OneStop.Dossiers.Tests.Desk;

public sealed class TrackingCachePolicyTests(DeskSystem system) : IClassFixture<DeskSystem>
{
    [Fact]
    public async Task Page_OfAnUnchangedDossier_IsKeptUnderOneKeyUntilItChangesOrTheMinutePasses()
    {
        var id = await system.FileAsync();
        var ticket = await TicketAsync(id);

        var first = await KeyAsync(ticket);
        Assert.Equal(first, await KeyAsync(ticket));

        await system.AcceptAsync(id);
        var accepted = await KeyAsync(ticket);
        Assert.NotEqual(first, accepted);

        system.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.NotEqual(accepted, await KeyAsync(ticket));
    }

    [Fact]
    public async Task Page_OfAnotherDossierLanguageOrTextSize_HasAnotherKey()
    {
        var ticket = await TicketAsync(await system.FileAsync());
        var other = await TicketAsync(await system.FileAsync());

        string[] keys = [await KeyAsync(ticket), await KeyAsync(other), await KeyAsync(ticket, cookie: "co-chu=larger"), await KeyAsync(ticket, culture: "en-GB")];

        Assert.Equal(keys.Length, keys.Distinct().Count());
    }

    [Fact]
    public async Task Page_ForSomebodySignedInOrWithoutARightTicket_IsNotKept()
    {
        var ticket = await TicketAsync(await system.FileAsync());

        Assert.False((await AskAsync(ticket, signedIn: true)).EnableOutputCaching);
        Assert.False((await AskAsync("forged")).EnableOutputCaching);
    }

    [Fact]
    public async Task Page_AskedForTheFirstTime_TakesNoRoom()
    {
        var ticket = await TicketAsync(await system.FileAsync());

        Assert.False((await AskAsync(ticket)).EnableOutputCaching);
        Assert.True((await AskAsync(ticket)).EnableOutputCaching);
    }

    private async Task<string> TicketAsync(Guid id) => (await system.DoAs(
        Caller.Anonymous, new TrackDossier((await system.ReadAsync(id)).TemporaryCode, DeskSystem.LookupCodeOfAll, Guid.NewGuid().ToString()))).Ticket;

    private async Task<string> KeyAsync(string ticket, string? cookie = null, string culture = "vi-VN")
    {
        await AskAsync(ticket, cookie: cookie, culture: culture);
        var context = await AskAsync(ticket, cookie: cookie, culture: culture);
        Assert.True(context.EnableOutputCaching && context.AllowCacheStorage && context.AllowCacheLookup);
        return string.Join('|', context.CacheVaryByRules.VaryByValues.OrderBy(v => v.Key).Select(v => $"{v.Key}={v.Value}"));
    }

    private Task<OutputCacheContext> AskAsync(string ticket, bool signedIn = false, string? cookie = null, string culture = "vi-VN") => system.InScopeAsync(async services =>
    {
        var http = new DefaultHttpContext { RequestServices = services };
        http.Request.Method = HttpMethods.Get;
        http.Request.QueryString = QueryString.Create(ReadTrackedPage.TicketKey, ticket);
        if (cookie is not null)
            http.Request.Headers.Cookie = cookie;
        if (signedIn)
            http.User = new ClaimsPrincipal(new ClaimsIdentity([], "test"));
        using var _ = OneStop.TestKit.Time.TestCulture.Use(culture);
        var context = new OutputCacheContext { HttpContext = http };
        await ((IOutputCachePolicy)services.GetRequiredService<TrackingCachePolicy>()).CacheRequestAsync(context, CancellationToken.None);
        return context;
    });
}
