using Microsoft.EntityFrameworkCore;
using OneStop.Identity.Contracts;
using OneStop.Kernel.Data;
using OneStop.Kernel.Events;
using OneStop.Kernel.Live;
using OneStop.Kernel.Results;
using OneStop.Notifications.Contracts;
using OneStop.Notifications.Data;
using OneStop.Notifications.Domain;
using OneStop.Notifications.Features.DeliverMessages;

namespace OneStop.Notifications.Features.OnNotificationRequested;

internal sealed class OnNotificationRequested(NotificationsDbContext context, IAccountDirectory accounts, ILiveFeed live, DeliverySignal signal, TimeProvider time)
    : IEventHandler<NotificationRequested>
{
    public async Task<Result<Done>> Handle(NotificationRequested integrationEvent, EventEnvelope envelope, CancellationToken cancellationToken)
    {
        var contact = integrationEvent.AccountId is { } accountId ? await accounts.ContactOfAsync(accountId, cancellationToken) : null;
        var address = integrationEvent.Email ?? contact?.Email;
        if (contact is null && address is null)
        {
            // The account was closed meanwhile: there is nobody to tell.
            return Done.Value;
        }

        var recipient = contact?.AccountId.ToString() ?? address!.ToLowerInvariant();
        if (await context.Set<Notice>().AnyAsync(n => n.EventId == envelope.EventId && n.Recipient == recipient, cancellationToken))
        {
            return Done.Value;
        }

        var notice = NoticeFrom(integrationEvent, envelope, recipient, contact?.AccountId);
        context.Add(notice);
        if (address is not null)
        {
            context.Add(new Delivery
            {
                Id = EntityId.New(time.GetUtcNow()),
                NoticeId = notice.Id,
                EventId = envelope.EventId,
                Recipient = recipient,
                Channel = Channel.Email,
                Address = address,
                Name = contact?.Name,
                Culture = contact?.Culture ?? integrationEvent.Culture,
                CreatedAt = notice.CreatedAt,
                DueAt = notice.CreatedAt,
            });
            context.AfterCommit(signal.Wake);
        }

        if (contact is not null)
        {
            context.AfterCommit(() => live.Publish(NoticeTopics.Of(contact.AccountId)));
        }

        return Done.Value;
    }

    private Notice NoticeFrom(NotificationRequested request, EventEnvelope envelope, string recipient, Guid? accountId) => new()
    {
        Id = EntityId.New(time.GetUtcNow()),
        EventId = envelope.EventId,
        Recipient = recipient,
        AccountId = accountId,
        Category = request.Category,
        SubjectVi = OneLine(request.Subject.Vi),
        SubjectEn = OneLine(request.Subject.En),
        BodyVi = request.Body.Vi,
        BodyEn = request.Body.En,
        Link = request.Link,
        CreatedAt = time.GetUtcNow(),
        Attachments =
        [
            .. request.Attachments.Select(a => new NoticeAttachment
            {
                Id = EntityId.New(time.GetUtcNow()), FileName = a.FileName, Sha256 = a.Sha256, ContentType = a.ContentType,
            }),
        ],
    };

    // A subject is a mail header: a line end in it would start another header.
    private static string OneLine(string text)
    {
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length > 300 ? line[..300] : line;
    }
}
