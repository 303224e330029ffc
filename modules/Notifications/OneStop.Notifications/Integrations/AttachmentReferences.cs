using Microsoft.EntityFrameworkCore;
using OneStop.Kernel.Files;
using OneStop.Notifications.Data;
using OneStop.Notifications.Domain;

namespace OneStop.Notifications.Integrations;

internal sealed class AttachmentReferences(NotificationsDbContext context) : IFileReferences
{
    public async Task<IReadOnlyCollection<string>> AmongAsync(IReadOnlyCollection<string> sha256, CancellationToken cancellationToken) =>
        await context.Set<NoticeAttachment>().Where(a => sha256.Contains(a.Sha256)).Select(a => a.Sha256).Distinct().ToListAsync(cancellationToken);
}
