using OneStop.Kernel.Events;
using OneStop.Kernel.Texts;

namespace OneStop.Notifications.Contracts;

/// <summary>Asks to send a message to a person. The module that knows the deed writes the text, in both languages, without anything sensitive in it.</summary>
/// <param name="AccountId">Recipient, or null to send to <paramref name="Email"/> alone.</param>
/// <param name="Email">Address to use instead of the account's, or null.</param>
/// <param name="Culture">Language when there is no account: <c>vi</c> or <c>en</c>.</param>
/// <param name="Category">What it is about, for preferences: <c>dossier</c>, <c>task</c>, <c>account</c>.</param>
/// <param name="Subject">Subject.</param>
/// <param name="Body">Plain text; blank lines part paragraphs.</param>
/// <param name="Link">Local address of the page to open, or null.</param>
/// <param name="Attachments">Files of the file store to attach to the e-mail.</param>
public sealed record NotificationRequested(
    Guid? AccountId, string? Email, string Culture, string Category, LocalizedText Subject, LocalizedText Body, string? Link,
    IReadOnlyList<NotificationAttachment> Attachments) : IIntegrationEvent
{
    /// <inheritdoc />
    public string StreamKey => $"notify:{AccountId?.ToString() ?? Email}";
}

/// <summary>A file sent with a message.</summary>
/// <param name="FileName">Name the recipient sees.</param>
/// <param name="Sha256">Address in the file store.</param>
/// <param name="ContentType">Media type.</param>
public sealed record NotificationAttachment(string FileName, string Sha256, string ContentType);

/// <summary>What the shells ask.</summary>
public interface INotificationCounter
{
    /// <summary>Messages the account has not read.</summary>
    Task<int> UnreadAsync(Guid accountId, CancellationToken cancellationToken);
}
