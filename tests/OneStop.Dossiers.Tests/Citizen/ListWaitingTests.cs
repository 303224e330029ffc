using OneStop.Dossiers.Domain;
using OneStop.Dossiers.Features.ListWaiting;
using OneStop.Kernel.Results;
using OneStop.TestKit.Callers;

namespace OneStop.Dossiers.Tests.Citizen;

public sealed class ListWaitingTests(CitizenSystem system) : IClassFixture<CitizenSystem>
{
    [Fact]
    public async Task List_OfWhatWaits_HasSupplementsFeesAndDraftsAndNothingElse()
    {
        var draft = await system.StartAsync();
        var asked = await system.SentAsync();
        var owing = await system.SentAsync();
        var sent = await system.SentAsync();
        await system.ChangeAsync(asked, d => d.AskSupplement(new SupplementAsk(["Bản rõ"], "Mờ", null, new DateOnly(2026, 12, 1), d.ReceivingAgencyId, d.ReceivingAgencyName), Actor.Clerk(Guid.NewGuid(), "Cán bộ"), system.Clock.Now).IsSuccess);
        await system.ChangeAsync(owing, d => d.AskPayment(8000, pausesClock: false, Actor.Clerk(Guid.NewGuid(), "Cán bộ"), system.Clock.Now).IsSuccess);

        var rows = await system.DoAs(system.Citizen, new ListWaiting());

        Assert.Equal([asked, owing, draft], rows.Select(r => r.Id));
        Assert.DoesNotContain(rows, r => r.Id == sent);
        Assert.Equal([$"/ho-so/{asked}/bo-sung", $"/ho-so/{owing}", $"/ho-so/{draft}/soan"], rows.Select(r => r.Url));
        Assert.Equal(new DateOnly(2026, 12, 1), rows[0].AnswerBy);
        Assert.Empty(await system.DoAs(TestCallers.Citizen(), new ListWaiting()));
        Assert.Equal(ErrorKind.Forbidden, (await system.SendAs(TestCallers.Officer(), new ListWaiting())).Error.Kind);
    }
}
