using OneStop.Kernel.Results;
using OneStop.Notifications.Domain;
using OneStop.Notifications.Features.DeliverMessages;
using OneStop.Notifications.Features.ResendDelivery;
using OneStop.TestKit.Callers;

namespace OneStop.Notifications.Tests.Features;

public sealed class ResendDeliveryTests(NotificationsSystem system) : IClassFixture<NotificationsSystem>
{
    [Fact]
    public async Task Resend_WhenFailed_IsSentInTheNextRound()
    {
        var refuses = true;
        system.Mailer.Answer("again@example.vn", _ => refuses ? new MailFailure("smtp MailboxUnavailable", ForGood: true) : null);
        var account = await system.RequestForNewAccountAsync("again@example.vn");
        await system.RoundAsync();
        refuses = false;

        await system.DoAs(TestCallers.SystemAdmin(), new ResendDelivery((await system.DeliveryAsync(account)).Id));
        await system.RoundAsync();

        Assert.Equal(DeliveryStatus.Sent, (await system.DeliveryAsync(account)).Status);
        Assert.Single(system.Mailer.SentTo("again@example.vn"));
    }

    [Fact]
    public async Task Resend_WhenSentAlready_IsRefused()
    {
        var account = await system.RequestForNewAccountAsync("sent@example.vn");
        await system.RoundAsync();

        var result = await system.SendAs(TestCallers.SystemAdmin(), new ResendDelivery((await system.DeliveryAsync(account)).Id));

        Assert.Equal("notification.delivery_not_failed", result.Error.Code);
        Assert.Single(system.Mailer.SentTo("sent@example.vn"));
    }

    [Fact]
    public async Task Resend_WhenThereIsNone_SaysSo()
    {
        var result = await system.SendAs(TestCallers.SystemAdmin(), new ResendDelivery(Guid.CreateVersion7()));

        Assert.Equal(ErrorKind.NotFound, result.Error.Kind);
    }

    [Fact]
    public async Task Resend_ByAnOfficer_IsForbidden()
    {
        var result = await system.SendAs(TestCallers.Officer(), new ResendDelivery(Guid.CreateVersion7()));

        Assert.Equal(ErrorKind.Forbidden, result.Error.Kind);
    }
}
