namespace OneStop.Notifications.Features.DeliverMessages;

/// <summary>Hands one message to the mail system outside.</summary>
internal interface IMailer
{
    /// <summary>Null when the mail system took it.</summary>
    Task<MailFailure?> SendAsync(OutgoingMail mail, CancellationToken cancellationToken);
}

/// <summary>What went wrong, as kind and code, never the address or the text; for good when trying again is pointless, as with an address that does not exist.</summary>
internal sealed record MailFailure(string Error, bool ForGood);

/// <summary>The id is stable over retries: it becomes the Message-ID, by which receivers drop a second copy.</summary>
internal sealed record OutgoingMail(
    Guid Id, string Address, string? Name, string Culture, string Subject, string Body, string? Link, IReadOnlyList<MailAttachment> Attachments);

internal sealed record MailAttachment(string FileName, string Sha256, string ContentType);
