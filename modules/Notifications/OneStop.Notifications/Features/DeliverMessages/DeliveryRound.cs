using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OneStop.Kernel.Data;
using OneStop.Notifications.Data;
using OneStop.Notifications.Domain;

namespace OneStop.Notifications.Features.DeliverMessages;

/// <summary>
/// Sends what is due. No transaction is open while the mail server is talked to; that a message was handed over is written down first,
/// so that a node killed halfway leaves a message an operator sees rather than one that is sent twice.
/// </summary>
internal sealed class DeliveryRound(IServiceScopeFactory scopes, IDatabase database, IMailer mailer, TimeProvider time, ILogger<DeliveryRound> logger)
{
    private const int Batch = 20;
    private const string Interrupted = "interrupted";
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);

    /// <summary>How many messages were taken up.</summary>
    public async Task<int> DeliverDueAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<NotificationsDbContext>();
        var claimed = await database.ClaimDueAsync<Delivery>(context, time.GetUtcNow(), Batch, Lease, cancellationToken);
        foreach (var id in claimed)
        {
            cancellationToken.ThrowIfCancellationRequested();
            await DeliverAsync(id, cancellationToken);
        }

        return claimed.Count;
    }

    private async Task DeliverAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<NotificationsDbContext>();
        var delivery = await context.Set<Delivery>().SingleAsync(d => d.Id == id, cancellationToken);
        if (delivery.IsInterrupted)
        {
            delivery.GiveUp(Interrupted);
            await context.SaveChangesAsync(cancellationToken);
            logger.LogError("Delivery {DeliveryId} was interrupted and waits for an operator", id);
            return;
        }

        var notice = await context.Set<Notice>().Include(n => n.Attachments).SingleAsync(n => n.Id == delivery.NoticeId, cancellationToken);
        delivery.HandOver(time.GetUtcNow());
        await context.SaveChangesAsync(cancellationToken);

        // Not cancelled when the node stops: the mailer has its own limit, and an outcome is worth waiting for.
        var failure = await mailer.SendAsync(MailFrom(delivery, notice), CancellationToken.None);
        if (failure is null)
        {
            delivery.Succeed(time.GetUtcNow());
            notice.ForgetContent();
        }
        else
        {
            delivery.Fail(failure.Error, failure.ForGood, time.GetUtcNow(), Random.Shared.NextDouble());
            logger.LogWarning("Delivery {DeliveryId}, attempt {Attempt}: {Failure}; now {Status}", id, delivery.Attempts, failure.Error, delivery.Status);
        }

        await context.SaveChangesAsync(CancellationToken.None);
    }

    private static OutgoingMail MailFrom(Delivery delivery, Notice notice)
    {
        var culture = CultureInfo.GetCultureInfo(delivery.Culture);
        return new OutgoingMail(
            delivery.Id,
            delivery.Address,
            delivery.Name,
            delivery.Culture,
            notice.Subject.In(culture),
            notice.Body.In(culture),
            notice.Link,
            [.. notice.Attachments.Select(a => new MailAttachment(a.FileName, a.Sha256, a.ContentType))]);
    }
}
