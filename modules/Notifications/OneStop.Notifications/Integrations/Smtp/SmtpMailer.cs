using System.Net;
using System.Net.Mail;
using Microsoft.Extensions.Options;
using OneStop.Notifications.Features.DeliverMessages;
using OneStop.Notifications.Integrations.MailCatcher;

namespace OneStop.Notifications.Integrations.Smtp;

internal sealed class SmtpMailer(IOptions<SmtpOptions> options, MailComposer composer, TestMailbox testMailbox, TimeProvider time) : IMailer
{
    public async Task<MailFailure?> SendAsync(OutgoingMail mail, CancellationToken cancellationToken)
    {
        try
        {
            using var message = composer.Compose(mail);
            if (message is null)
            {
                return new MailFailure("attachment_missing", ForGood: true);
            }

            using var client = Connect();
            if (client is null)
            {
                return new MailFailure("no_mail_server", ForGood: false);
            }

            using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(options.Value.TimeoutSeconds), time);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
            await client.SendMailAsync(message, either.Token);
            return null;
        }
        catch (SmtpException exception)
        {
            return new MailFailure(Describe(exception), IsForGood(exception.StatusCode));
        }
        catch (FormatException)
        {
            return new MailFailure("bad_address", ForGood: true);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new MailFailure("timeout", ForGood: false);
        }
    }

    private SmtpClient? Connect()
    {
        var settings = options.Value;
        if (settings.Host.Length > 0)
        {
            return new SmtpClient(settings.Host, settings.Port)
            {
                EnableSsl = settings.Encrypt,
                Credentials = settings.UserName is { Length: > 0 } user ? new NetworkCredential(user, settings.Password) : null,
            };
        }

        return testMailbox.Port is { } port ? new SmtpClient("127.0.0.1", port) : null;
    }

    // 5xx answers about the recipient or the content will be the same tomorrow; everything else may pass.
    private static bool IsForGood(SmtpStatusCode code) => code
        is SmtpStatusCode.MailboxUnavailable or SmtpStatusCode.MailboxNameNotAllowed or SmtpStatusCode.UserNotLocalTryAlternatePath or SmtpStatusCode.TransactionFailed
        or SmtpStatusCode.ExceededStorageAllocation;

    private static string Describe(SmtpException exception) =>
        exception.InnerException is { } cause ? $"smtp {exception.StatusCode}: {cause.GetType().Name}" : $"smtp {exception.StatusCode}";
}
