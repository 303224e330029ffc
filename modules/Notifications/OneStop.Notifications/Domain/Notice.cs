using OneStop.Kernel.Texts;

namespace OneStop.Notifications.Domain;

/// <summary>One message to one recipient: read in the app by an account, and the source of its e-mail.</summary>
internal sealed class Notice
{
    public Guid Id { get; init; }

    /// <summary>The event that asked for it; with the recipient it is unique, so a redelivered event makes no second notice.</summary>
    public Guid EventId { get; init; }

    /// <summary>Account id, or the address when there is no account.</summary>
    public required string Recipient { get; init; }

    public Guid? AccountId { get; init; }

    public required string Category { get; init; }

    public required string SubjectVi { get; init; }

    public required string SubjectEn { get; init; }

    public required string BodyVi { get; set; }

    public required string BodyEn { get; set; }

    /// <summary>Local address of the page it is about.</summary>
    public string? Link { get; set; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? ReadAt { get; private set; }

    public List<NoticeAttachment> Attachments { get; init; } = [];

    public LocalizedText Subject => new(SubjectVi, SubjectEn);

    public LocalizedText Body => new(BodyVi, BodyEn);

    /// <summary>Nobody reads it in the app: once it has left there is no reason to keep what it said, such as a link that opens an account.</summary>
    public void ForgetContent()
    {
        if (AccountId is null)
        {
            (BodyVi, BodyEn, Link) = (string.Empty, string.Empty, null);
        }
    }

    public void MarkRead(DateTimeOffset now) => ReadAt ??= now;
}

internal sealed class NoticeAttachment
{
    public Guid Id { get; init; }

    public required string FileName { get; init; }

    public required string Sha256 { get; init; }

    public required string ContentType { get; init; }
}
