using OneStop.Kernel.Requests;
using OneStop.Kernel.Results;
using OneStop.Notifications.Domain;
using OneStop.Notifications.Integrations.MailCatcher;

namespace OneStop.Notifications.Features.ReadTestMail;

/// <summary>The test mailbox: everyone may look, because it exists in Development alone.</summary>
[OpenToAll]
internal sealed record ListTestMails : IQuery<IReadOnlyList<CaughtMail>>;

[OpenToAll]
internal sealed record ReadTestMail(int Id) : IQuery<CaughtMail>;

internal sealed class ListTestMailsHandler(TestMailbox mailbox) : IHandler<ListTestMails, IReadOnlyList<CaughtMail>>
{
    public Task<Result<IReadOnlyList<CaughtMail>>> Handle(ListTestMails request, CancellationToken cancellationToken)
    {
        Result<IReadOnlyList<CaughtMail>> mails = mailbox.Port is null ? NotificationErrors.NoTestMailbox : mailbox.Mails.ToArray();
        return Task.FromResult(mails);
    }
}

internal sealed class ReadTestMailHandler(TestMailbox mailbox) : IHandler<ReadTestMail, CaughtMail>
{
    public Task<Result<CaughtMail>> Handle(ReadTestMail request, CancellationToken cancellationToken)
    {
        Result<CaughtMail> mail = mailbox.Port is null
            ? NotificationErrors.NoTestMailbox
            : mailbox.Find(request.Id) is { } found ? found : NotificationErrors.TestMailMissing;
        return Task.FromResult(mail);
    }
}
