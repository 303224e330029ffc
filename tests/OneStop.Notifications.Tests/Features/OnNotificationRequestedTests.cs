using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OneStop.Kernel.Events;
using OneStop.Kernel.Texts;
using OneStop.Notifications.Data;
using OneStop.Notifications.Domain;
using OneStop.Notifications.Features.OnNotificationRequested;

namespace OneStop.Notifications.Tests.Features;

public sealed class OnNotificationRequestedTests(NotificationsSystem system) : IClassFixture<NotificationsSystem>
{
    [Fact]
    public async Task Requested_ForAnAccount_MakesOneNoticeAndOneMailInTheLanguageOfTheRecipient()
    {
        var account = await system.RequestForNewAccountAsync("english@example.vn", culture: "en");

        await system.RoundAsync();

        var notice = Assert.Single(await system.NoticesAsync(account));
        Assert.Equal("Hồ sơ đã được tiếp nhận", notice.SubjectVi);
        var mail = Assert.Single(system.Mailer.SentTo("english@example.vn"));
        Assert.Equal("Your dossier has been accepted", mail.Subject);
        Assert.Equal("en", mail.Culture);
        Assert.Equal("Nguyễn Thị Ánh Nguyệt", mail.Name);
    }

    [Fact]
    public async Task Requested_HandledTwiceForOneEvent_MakesOneNoticeAndOneDelivery()
    {
        var account = system.Accounts.Add("twice@example.vn");
        var envelope = new EventEnvelope(Guid.CreateVersion7(), system.Clock.Now);
        for (var time = 0; time < 2; time++)
        {
            await system.InScopeAsync(async services =>
            {
                await services.GetRequiredService<OnNotificationRequested>().Handle(Samples.For(account), envelope, CancellationToken.None);
                await services.GetRequiredService<NotificationsDbContext>().SaveChangesAsync();
            });
        }

        Assert.Single(await system.NoticesAsync(account));
        Assert.Equal(DeliveryStatus.Waiting, (await system.DeliveryAsync(account)).Status);
    }

    [Fact]
    public async Task Requested_ForAnAccountWithoutEmail_IsReadInTheAppOnly()
    {
        var account = system.Accounts.Add(email: null);

        await system.RequestAsync(Samples.For(account));

        Assert.Single(await system.NoticesAsync(account));
        Assert.False(await system.AskAsync<NotificationsDbContext, bool>(context => context.Set<Delivery>().AnyAsync(d => d.Recipient == account.ToString())));
    }

    [Fact]
    public async Task Requested_ForAnAddressAlone_IsSentInTheLanguageAsked()
    {
        await system.RequestAsync(Samples.For(Guid.Empty) with { AccountId = null, Email = "Reset@Example.vn", Culture = "en", Category = "account" });

        await system.RoundAsync();

        var mail = Assert.Single(system.Mailer.SentTo("Reset@Example.vn"));
        Assert.Equal("Your dossier has been accepted", mail.Subject);
    }

    [Fact]
    public async Task Requested_ForAnAccountThatIsGone_TellsNobody()
    {
        var gone = Guid.CreateVersion7();

        await system.RequestAsync(Samples.For(gone));

        Assert.Empty(await system.NoticesAsync(gone));
    }

    [Fact]
    public async Task Requested_WithALineEndInTheSubject_StoresOneLine()
    {
        var account = system.Accounts.Add("header@example.vn");

        await system.RequestAsync(Samples.For(account) with { Subject = new LocalizedText("Tiêu đề\r\nBcc: all@example.vn", "Subject") });

        Assert.Equal("Tiêu đề Bcc: all@example.vn", Assert.Single(await system.NoticesAsync(account)).SubjectVi);
    }
}
