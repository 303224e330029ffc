using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OneStop.Dossiers.Data;
using OneStop.Dossiers.Domain;
using OneStop.Dossiers.Features.AskWithdrawal;
using OneStop.Dossiers.Features.DecideWithdrawal;
using OneStop.Dossiers.Features.TrackDossier;
using OneStop.Kernel.Callers;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Results;
using OneStop.TestKit.Callers;
using OneStop.TestKit.Hosts;

namespace OneStop.Dossiers.Tests.Desk;

// The tracking page over HTTP: drawn once and kept, yet never older than its dossier, never another's, one for each language.
public sealed class KeptTrackingPagesTests(TestHost host) : IClassFixture<TestHost>
{
    private const string Vietnamese = "Người nộp đã xin rút hồ sơ";
    private const string English = "The applicant asked to withdraw";

    [Fact]
    public async Task Page_OfADossierThatChanges_IsNewAtOnceInBothLanguages()
    {
        var (mine, other) = await TwoWaitingAsync();
        foreach (var english in new[] { false, true })
            await KeepAsync(mine, english);

        await SendAsync(TestCallers.Citizen(id: mine.OwnerId), new AskWithdrawal(mine.Id, "Nộp nhầm."));

        var (vietnamese, fromOld) = await ReadAsync(mine, english: false);
        var (english1, _) = await ReadAsync(mine, english: true);
        Assert.False(fromOld);
        Assert.Contains(Vietnamese, vietnamese, StringComparison.Ordinal);
        Assert.DoesNotContain(English, vietnamese, StringComparison.Ordinal);
        Assert.Contains(English, english1, StringComparison.Ordinal);
        Assert.DoesNotContain(Vietnamese, (await ReadAsync(other, english: false)).Page, StringComparison.Ordinal);

        var version = (await WaitingAsync()).Single(d => d.Id == mine.Id).Version;
        await SendAsync(TestCallers.DeskClerk(new TestPlace(mine.ReceivingAgencyId, mine.ReceivingAgencyPath)), new DecideWithdrawal(mine.Id, version, true, null));

        Assert.Contains("Hồ sơ đã được rút", (await ReadAsync(mine, english: false)).Page, StringComparison.Ordinal);
        Assert.Contains("The dossier was withdrawn", (await ReadAsync(mine, english: true)).Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_OfOneTicket_IsNeverShownForAnotherNorWithoutOne()
    {
        var (mine, other) = await TwoWaitingAsync();
        await KeepAsync(mine, english: false);

        var (page, _) = await ReadAsync(other, english: false);

        Assert.Contains(other.TemporaryCode!, page, StringComparison.Ordinal);
        Assert.DoesNotContain(mine.TemporaryCode!, page, StringComparison.Ordinal);
        using var client = host.ClientOf(TestCallers.Anonymous);
        var ticket = TicketOf(mine);
        using var forged = await client.GetAsync(DeskUrls.TrackTicket((ticket[0] == 'A' ? 'B' : 'A') + ticket[1..]));
        Assert.StartsWith(DeskUrls.Track, forged.Headers.Location?.PathAndQuery ?? forged.Headers.Location?.OriginalString, StringComparison.Ordinal);
    }

    // Asked until it comes out of the cache: kept from the second asking on, and the minute in its key may have just turned.
    private async Task KeepAsync(Dossier dossier, bool english)
    {
        for (var attempt = 0; attempt < 5; attempt++)
        {
            if ((await ReadAsync(dossier, english)).Kept)
                return;
        }

        Assert.Fail("The page was never kept.");
    }

    private async Task<(string Page, bool Kept)> ReadAsync(Dossier dossier, bool english)
    {
        using var client = host.ClientOf(TestCallers.Anonymous);
        if (english)
            client.DefaultRequestHeaders.Add("Cookie", ".AspNetCore.Culture=c%3Den%7Cuic%3Den");
        using var answer = (await client.GetAsync(DeskUrls.TrackTicket(TicketOf(dossier)))).EnsureSuccessStatusCode();
        return (await answer.Content.ReadAsStringAsync(), answer.Headers.Age is not null);
    }

    private readonly Dictionary<Guid, string> tickets = [];

    private string TicketOf(Dossier dossier) => tickets.TryGetValue(dossier.Id, out var ticket)
        ? ticket
        : tickets[dossier.Id] = host.Services.GetRequiredService<TrackingTickets>().Issue(dossier.Id, dossier.LookupCodeHash!);

    private async Task<(Dossier Mine, Dossier Other)> TwoWaitingAsync()
    {
        var waiting = (await WaitingAsync()).Where(d => d.Status == DossierStatus.Submitted).ToArray();
        return (waiting[0], waiting[1]);
    }

    private async Task<IReadOnlyList<Dossier>> WaitingAsync()
    {
        await using var scope = host.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<DossiersDbContext>().Dossiers.AsNoTracking().Where(d => d.SubmittedAt != null && d.AcceptedAt == null).OrderBy(d => d.Id).ToListAsync();
    }

    private async Task SendAsync(Caller caller, ICommand<Done> deed)
    {
        var done = await host.Services.GetRequiredService<ISystemDispatcher>().SendAs(caller, deed);
        Assert.True(done.IsSuccess, done.IsFailure ? done.Error.Code : null);
    }
}
