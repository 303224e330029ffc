using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using OneStop.Identity.Contracts;
using OneStop.Kernel.Callers;
using OneStop.Kernel.Files;
using OneStop.Kernel.Jobs;
using OneStop.Kernel.Modules;
using OneStop.Notifications.Contracts;
using OneStop.Notifications.Data;
using OneStop.Notifications.Features.DeliverMessages;
using OneStop.Notifications.Features.ReadTestMail;
using OneStop.Notifications.Integrations;
using OneStop.Notifications.Integrations.MailCatcher;
using OneStop.Notifications.Integrations.Smtp;
using OneStop.Notifications.Resources;
using OneStop.UI;

namespace OneStop.Notifications;

public sealed class NotificationsModule : IModule
{
    public string Name => "Notifications";

    public string Schema => NotificationsDbContext.SchemaName;

    public Type ContextType => typeof(NotificationsDbContext);

    public IReadOnlyList<Permission> Permissions { get; } =
    [
        new(Notifications.Permissions.Read, [Roles.Citizen, .. Roles.Staff]),
        new(Notifications.Permissions.Operate, Roles.SystemAdmin),
    ];

    public IReadOnlyList<MenuItem> Menu { get; } =
    [
        new(typeof(NotificationsTexts), "Menu.Deliveries", NotificationsUrls.Deliveries, nameof(IconName.Mail), MenuPlace.Administration, 80, Notifications.Permissions.Operate),
        new(typeof(NotificationsTexts), "Menu.DeadEvents", NotificationsUrls.DeadEvents, nameof(IconName.Retry), MenuPlace.Administration, 81, Notifications.Permissions.Operate),
    ];

    public void Add(IServiceCollection services, IConfiguration configuration)
    {
        services.AddErrorTexts<NotificationsTexts>();
        services.AddScoped<INotificationCounter, NotificationCounter>();
        services.AddScoped<IFileReferences, AttachmentReferences>();
        services.AddOptions<SmtpOptions>().BindConfiguration(SmtpOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<SmtpOptions>, SmtpOptionsCheck>();
        services.AddOptions<MailCatcherOptions>().BindConfiguration(MailCatcherOptions.Section);
        services.AddSingleton<TestMailbox>().AddSingleton<IWelcomeLines, TestMailboxWelcome>();
        services.AddSingleton<MailComposer>().AddSingleton<IMailer, SmtpMailer>();
        services.AddSingleton<DeliverySignal>().AddSingleton<DeliveryRound>();
        services.AddHostedService<MailCatcherServer>().AddWorker<DeliveryWorker>();
    }

    public void Map(IEndpointRouteBuilder endpoints) => TestMailAttachment.Map(endpoints);
}
