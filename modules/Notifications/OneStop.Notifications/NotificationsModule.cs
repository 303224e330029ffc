using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OneStop.Kernel.Callers;
using OneStop.Kernel.Modules;
using OneStop.Notifications.Data;
using OneStop.Notifications.Resources;

namespace OneStop.Notifications;

public sealed class NotificationsModule : IModule
{
    public string Name => "Notifications";

    public string Schema => NotificationsDbContext.SchemaName;

    public Type ContextType => typeof(NotificationsDbContext);

    public IReadOnlyList<Permission> Permissions => [];

    public IReadOnlyList<MenuItem> Menu => [];

    public void Add(IServiceCollection services, IConfiguration configuration) => services.AddErrorTexts<NotificationsTexts>();

    public void Map(IEndpointRouteBuilder endpoints)
    {
    }
}
