using System.Globalization;
using System.Net;
using System.Net.Mail;
using System.Net.Mime;
using System.Text;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using OneStop.Kernel.Files;
using OneStop.Notifications.Features.DeliverMessages;

namespace OneStop.Notifications.Integrations.Smtp;

/// <summary>The e-mail around a message: greeting, text, link, closing; as plain text and as a sober page.</summary>
internal sealed class MailComposer(IOptions<SmtpOptions> options, IConfiguration configuration, IFileStore files)
{
    private const string DevelopmentSender = "khong-tra-loi@onestop.localhost";

    /// <summary>Null when a file to attach is not in the store.</summary>
    public MailMessage? Compose(OutgoingMail mail)
    {
        var texts = new MailTexts(mail.Culture);
        var link = mail.Link is null ? null : new Uri(PublicAddress, mail.Link);
        var message = new MailMessage
        {
            From = new MailAddress(options.Value.From is { Length: > 0 } from ? from : DevelopmentSender, texts["Mail.Sender"], Encoding.UTF8),
            Subject = mail.Subject,
            SubjectEncoding = Encoding.UTF8,
            HeadersEncoding = Encoding.UTF8,
            Headers =
            {
                ["Message-ID"] = $"<{mail.Id:N}@{PublicAddress.Host}>",
                ["Auto-Submitted"] = "auto-generated",
                ["Content-Language"] = mail.Culture,
            },
        };
        try
        {
            message.To.Add(new MailAddress(mail.Address, mail.Name, Encoding.UTF8));
            message.AlternateViews.Add(View(PlainText(mail, texts, link), MediaTypeNames.Text.Plain));
            message.AlternateViews.Add(View(Html(mail, texts, link), MediaTypeNames.Text.Html));
            if (Attach(message, mail.Attachments))
            {
                return message;
            }
        }
        catch
        {
            message.Dispose();
            throw;
        }

        message.Dispose();
        return null;
    }

    private Uri PublicAddress => Uri.TryCreate(configuration[SmtpOptionsCheck.PublicAddressSetting], UriKind.Absolute, out var configured)
        ? configured
        : new Uri((configuration["Urls"] ?? "http://localhost:5080").Split(';')[0].Replace("*", "localhost", StringComparison.Ordinal));

    private bool Attach(MailMessage message, IReadOnlyList<MailAttachment> attachments)
    {
        foreach (var attachment in attachments)
        {
            if (files.OpenRead(attachment.Sha256) is not { } content)
            {
                return false;
            }

            message.Attachments.Add(new Attachment(content, attachment.FileName, attachment.ContentType) { NameEncoding = Encoding.UTF8 });
        }

        return true;
    }

    private static AlternateView View(string content, string mediaType)
    {
        var view = AlternateView.CreateAlternateViewFromString(content, Encoding.UTF8, mediaType);
        view.TransferEncoding = TransferEncoding.Base64;
        return view;
    }

    // A letter to an address alone greets in its own words: only its sender knows the name.
    private static string? Greeting(OutgoingMail mail, MailTexts texts) => mail.Name is { Length: > 0 } name ? texts["Mail.Greeting", name] : null;

    private static string PlainText(OutgoingMail mail, MailTexts texts, Uri? link)
    {
        var text = new StringBuilder();
        if (Greeting(mail, texts) is { } greeting)
        {
            text.AppendLine(greeting).AppendLine();
        }

        text.AppendLine(mail.Body).AppendLine();
        if (link is not null)
        {
            text.AppendLine(texts["Mail.OpenAt", link]).AppendLine();
        }

        return text.AppendLine("--").AppendLine(texts["Mail.Closing"]).ToString();
    }

    private static string Html(OutgoingMail mail, MailTexts texts, Uri? link)
    {
        var html = new StringBuilder().Append(CultureInfo.InvariantCulture, $"<!DOCTYPE html><html lang=\"{mail.Culture}\"><head><meta charset=\"utf-8\"><title>{Encode(mail.Subject)}</title></head>")
            .Append("<body style=\"margin:0;padding:24px;background:#F7F5F1;color:#1A1C1E;font:17px/1.5 'Segoe UI',Roboto,Arial,sans-serif\">")
            .Append("<div style=\"max-width:600px;margin:0 auto;padding:24px;background:#fff;border-top:6px solid #9E1B22\">");
        if (Greeting(mail, texts) is { } greeting)
        {
            html.Append(CultureInfo.InvariantCulture, $"<p>{Encode(greeting)}</p>");
        }

        foreach (var paragraph in mail.Body.ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            html.Append(CultureInfo.InvariantCulture, $"<p>{Encode(paragraph).Replace("\n", "<br>", StringComparison.Ordinal)}</p>");
        }

        if (link is not null)
        {
            html.Append(CultureInfo.InvariantCulture, $"<p><a href=\"{Encode(link.AbsoluteUri)}\" style=\"display:inline-block;padding:12px 20px;background:#0A5089;color:#fff;text-decoration:none;border-radius:6px\">{Encode(texts["Mail.Open"])}</a></p>");
        }

        return html.Append(CultureInfo.InvariantCulture, $"<p style=\"color:#54595F;font-size:14px\">{Encode(texts["Mail.Closing"])}</p></div></body></html>").ToString();
    }

    private static string Encode(string text) => WebUtility.HtmlEncode(text);
}
