using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OneStop.Notifications.Data;
using OneStop.Notifications.Domain;
using OneStop.Notifications.Features.DeliverMessages;

namespace OneStop.Notifications.Tests.Features;

public sealed class DeliverMessagesTests(NotificationsSystem system) : IClassFixture<NotificationsSystem>
{
    [Fact]
    public async Task Deliver_Twice_SendsOnce()
    {
        var account = await system.RequestForNewAccountAsync("once@example.vn");

        await system.RoundAsync();
        await system.RoundAsync();

        Assert.Single(system.Mailer.SentTo("once@example.vn"));
        Assert.Equal(DeliveryStatus.Sent, (await system.DeliveryAsync(account)).Status);
    }

    [Fact]
    public async Task Deliver_ALetterWithALinkThatOpensAnAccount_ForgetsItOnceItHasLeft()
    {
        var link = $"/dat-lai-mat-khau?ma={new string('x', 900)}";
        await system.RequestAsync(Samples.For(Guid.Empty) with { AccountId = null, Email = "letter@example.vn", Link = link });

        await system.RoundAsync();

        Assert.Equal(link, Assert.Single(system.Mailer.SentTo("letter@example.vn")).Link);
        var kept = await system.AskAsync<NotificationsDbContext, Notice>(context => context.Set<Notice>().SingleAsync(n => n.Recipient == "letter@example.vn"));
        Assert.Equal((null, string.Empty, string.Empty), (kept.Link, kept.BodyVi, kept.BodyEn));
    }

    [Fact]
    public async Task Deliver_OnTwoNodesAtOnce_SendsOnce()
    {
        await system.RequestForNewAccountAsync("nodes@example.vn");

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => system.RoundAsync()));

        Assert.Single(system.Mailer.SentTo("nodes@example.vn"));
    }

    [Fact]
    public async Task Deliver_WhenTheServerIsDown_TriesAgainLaterAndThenSends()
    {
        var down = true;
        system.Mailer.Answer("later@example.vn", _ => down ? new MailFailure("smtp GeneralFailure", ForGood: false) : null);
        var account = await system.RequestForNewAccountAsync("later@example.vn");

        await system.RoundAsync();
        var failed = await system.DeliveryAsync(account);
        await system.RoundAsync();
        var stillWaiting = await system.DeliveryAsync(account);
        down = false;
        system.Clock.Advance(Delivery.Pause(1) * 1.5);
        await system.RoundAsync();

        Assert.Equal((DeliveryStatus.Waiting, 1, "smtp GeneralFailure"), (failed.Status, failed.Attempts, failed.LastError));
        Assert.True(failed.DueAt > failed.CreatedAt);
        Assert.Equal(1, stillWaiting.Attempts);
        Assert.Equal(DeliveryStatus.Sent, (await system.DeliveryAsync(account)).Status);
        Assert.Single(system.Mailer.SentTo("later@example.vn"));
    }

    [Fact]
    public async Task Deliver_WhenTheServerStaysDown_GivesUpAfterAllAttempts()
    {
        system.Mailer.Answer("never@example.vn", _ => new MailFailure("timeout", ForGood: false));
        var account = await system.RequestForNewAccountAsync("never@example.vn");

        for (var attempt = 0; attempt < Delivery.MaxAttempts + 2; attempt++)
        {
            await system.RoundAsync();
            system.Clock.Advance(TimeSpan.FromHours(2));
        }

        var delivery = await system.DeliveryAsync(account);
        Assert.Equal((DeliveryStatus.Failed, Delivery.MaxAttempts, "timeout"), (delivery.Status, delivery.Attempts, delivery.LastError));
        Assert.Null(delivery.DueAt);
    }

    [Fact]
    public async Task Deliver_WhenTheAddressIsRefused_GivesUpAtOnce()
    {
        system.Mailer.Answer("nobody@example.vn", _ => new MailFailure("smtp MailboxUnavailable", ForGood: true));
        var account = await system.RequestForNewAccountAsync("nobody@example.vn");

        await system.RoundAsync();

        var delivery = await system.DeliveryAsync(account);
        Assert.Equal((DeliveryStatus.Failed, 1), (delivery.Status, delivery.Attempts));
    }

    [Fact]
    public async Task Deliver_AfterANodeWasKilledWhileSending_DoesNotSendAgainAndShowsIt()
    {
        var account = await system.RequestForNewAccountAsync("killed@example.vn");
        await system.InScopeAsync(async services =>
        {
            var context = services.GetRequiredService<NotificationsDbContext>();
            (await context.Set<Delivery>().SingleAsync(d => d.Recipient == account.ToString())).HandOver(system.Clock.Now);
            await context.SaveChangesAsync();
        });

        await system.RoundAsync();

        var delivery = await system.DeliveryAsync(account);
        Assert.Equal((DeliveryStatus.Failed, "interrupted"), (delivery.Status, delivery.LastError));
        Assert.Empty(system.Mailer.SentTo("killed@example.vn"));
    }
}
