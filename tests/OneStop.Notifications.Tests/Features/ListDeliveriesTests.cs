using OneStop.Identity.Contracts;
using OneStop.Kernel.Results;
using OneStop.Notifications.Domain;
using OneStop.Notifications.Features.DeliverMessages;
using OneStop.Notifications.Features.ListDeliveries;
using OneStop.TestKit.Callers;

namespace OneStop.Notifications.Tests.Features;

public sealed class ListDeliveriesTests(NotificationsSystem system) : IClassFixture<NotificationsSystem>
{
    [Fact]
    public async Task List_WhenAMailFailed_ShowsWhyWithoutShowingWhose()
    {
        system.Mailer.Answer("visible@example.vn", _ => new MailFailure("smtp MailboxUnavailable", ForGood: true));
        await system.RequestForNewAccountAsync("visible@example.vn");
        await system.RoundAsync();

        var list = await system.DoAs(TestCallers.SystemAdmin(), new ListDeliveries());

        var row = Assert.Single(list.Page.Items);
        Assert.Equal(("v***@example.vn", "smtp MailboxUnavailable", "dossier"), (row.MaskedAddress, row.LastError, row.Category));
        Assert.Equal(1, list.Counts[DeliveryStatus.Failed]);
    }

    [Fact]
    public async Task List_ForEveryOtherRole_IsForbidden()
    {
        foreach (var (role, caller) in TestCallers.OneOfEach().Where(c => c.Key != Roles.SystemAdmin))
        {
            var result = await system.SendAs(caller, new ListDeliveries());
            Assert.True(result.IsFailure && result.Error.Kind == ErrorKind.Forbidden, role);
        }
    }
}
