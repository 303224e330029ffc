using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OneStop.Identity.Contracts;
using OneStop.Kernel.Texts;
using OneStop.Notifications.Contracts;
using OneStop.Notifications.Data;
using OneStop.Notifications.Domain;
using OneStop.Notifications.Features.DeliverMessages;
using OneStop.TestKit;

namespace OneStop.Notifications.Tests;

public sealed class NotificationsSystem : TestSystem
{
    internal FakeMailer Mailer { get; } = new();

    internal FakeAccounts Accounts { get; } = new();

    internal Task<int> RoundAsync() => Services.GetRequiredService<DeliveryRound>().DeliverDueAsync(CancellationToken.None);

    internal Task RaiseAsync(NotificationRequested request) => InScopeAsync(async services =>
    {
        var context = services.GetRequiredService<NotificationsDbContext>();
        context.Raise(request, Clock.Now);
        await context.SaveChangesAsync();
    });

    // Asks for a message and lets the event arrive.
    internal async Task RequestAsync(NotificationRequested request)
    {
        await RaiseAsync(request);
        await DeliverEventsAsync();
    }

    internal async Task<Guid> RequestForNewAccountAsync(string? email = null, string culture = "vi", string subject = "Hồ sơ đã được tiếp nhận")
    {
        var account = Accounts.Add(email ?? $"{Guid.NewGuid():N}@example.vn", culture);
        await RequestAsync(Samples.For(account) with { Subject = new LocalizedText(subject, "Your dossier has been accepted") });
        return account;
    }

    internal Task<Notice[]> NoticesAsync(Guid accountId) =>
        AskAsync<NotificationsDbContext, Notice[]>(context => context.Set<Notice>().Where(n => n.AccountId == accountId).OrderBy(n => n.CreatedAt).ToArrayAsync());

    internal Task<Delivery> DeliveryAsync(Guid accountId) =>
        AskAsync<NotificationsDbContext, Delivery>(context => context.Set<Delivery>().SingleAsync(d => d.Recipient == accountId.ToString()));

    protected override void ConfigureServices(IServiceCollection services) =>
        services.AddSingleton<IMailer>(Mailer).AddSingleton<IAccountDirectory>(Accounts);
}

internal static class Samples
{
    public static NotificationRequested For(Guid account) => new(
        account,
        Email: null,
        Culture: "vi",
        Category: "dossier",
        new LocalizedText("Hồ sơ đã được tiếp nhận", "Your dossier has been accepted"),
        new LocalizedText("Hồ sơ của ông/bà đã được tiếp nhận.", "Your dossier has been accepted."),
        Link: "/ho-so/1",
        Attachments: []);
}
