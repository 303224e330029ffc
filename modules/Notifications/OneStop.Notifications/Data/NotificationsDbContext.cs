using Microsoft.EntityFrameworkCore;
using OneStop.Kernel.Data;

namespace OneStop.Notifications.Data;

internal sealed class NotificationsDbContext(DbContextOptions<NotificationsDbContext> options) : ModuleDbContext(options)
{
    public const string SchemaName = "notifications";

    public override string Schema => SchemaName;
}
