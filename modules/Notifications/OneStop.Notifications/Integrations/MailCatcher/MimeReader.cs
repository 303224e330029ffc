using System.Net.Mime;
using System.Text;
using System.Text.RegularExpressions;

namespace OneStop.Notifications.Integrations.MailCatcher;

internal sealed record MimeContent(string Subject, string From, string Text, IReadOnlyList<MimeAttachment> Attachments);

internal sealed record MimeAttachment(string FileName, string ContentType, byte[] Bytes);

/// <summary>Reads what a mail program would show: subject, plain text, attachments. Enough of RFC 2045 to 2047 for the mails this product sends.</summary>
internal static partial class MimeReader
{
    private const int DeepestPart = 8;

    public static MimeContent Read(string raw)
    {
        var attachments = new List<MimeAttachment>();
        var texts = new List<string>();
        var (headers, body) = Split(raw);
        Collect(headers, body, texts, attachments, depth: 0);
        return new MimeContent(Decoded(headers, "Subject"), Decoded(headers, "From"), texts.FirstOrDefault() ?? string.Empty, attachments);
    }

    private static void Collect(Dictionary<string, string> headers, string body, List<string> texts, List<MimeAttachment> attachments, int depth)
    {
        var type = TypeOf(headers);
        if (type.MediaType.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase) && type.Boundary is { Length: > 0 } boundary && depth < DeepestPart)
        {
            foreach (var part in Parts(body, boundary))
            {
                var (partHeaders, partBody) = Split(part);
                Collect(partHeaders, partBody, texts, attachments, depth + 1);
            }

            return;
        }

        var bytes = Bytes(headers, body);
        if (headers.GetValueOrDefault("Content-Disposition", string.Empty).StartsWith("attachment", StringComparison.OrdinalIgnoreCase) || type.Name is { Length: > 0 })
        {
            attachments.Add(new MimeAttachment(Words(type.Name ?? "file"), type.MediaType, bytes));
        }
        else if (type.MediaType.Equals(MediaTypeNames.Text.Plain, StringComparison.OrdinalIgnoreCase))
        {
            texts.Add(Encoding.UTF8.GetString(bytes));
        }
    }

    private static (Dictionary<string, string> Headers, string Body) Split(string part)
    {
        var end = part.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        var head = end < 0 ? part : part[..end];
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var line in FoldedLineEnd().Replace(head, " ").Split("\r\n"))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0)
            {
                headers[line[..colon].Trim()] = line[(colon + 1)..].Trim();
            }
        }

        return (headers, end < 0 ? string.Empty : part[(end + 4)..]);
    }

    private static IEnumerable<string> Parts(string body, string boundary) =>
        ("\r\n" + body).Split("\r\n--" + boundary).Skip(1).TakeWhile(part => !part.StartsWith("--", StringComparison.Ordinal)).Select(part => part.TrimStart('\r', '\n'));

    private static ContentType TypeOf(Dictionary<string, string> headers)
    {
        try
        {
            return new ContentType(headers.GetValueOrDefault("Content-Type", MediaTypeNames.Text.Plain));
        }
        catch (FormatException)
        {
            return new ContentType(MediaTypeNames.Application.Octet);
        }
    }

    private static byte[] Bytes(Dictionary<string, string> headers, string body) => headers.GetValueOrDefault("Content-Transfer-Encoding", string.Empty).ToLowerInvariant() switch
    {
        "base64" => FromBase64(body),
        "quoted-printable" => FromQuotedPrintable(body),
        _ => Encoding.Latin1.GetBytes(body),
    };

    private static byte[] FromBase64(string text)
    {
        var letters = string.Concat(text.Where(character => !char.IsWhiteSpace(character)));
        var bytes = new byte[letters.Length];
        return Convert.TryFromBase64String(letters, bytes, out var length) ? bytes[..length] : Encoding.Latin1.GetBytes(text);
    }

    private static byte[] FromQuotedPrintable(string text) =>
        Encoding.Latin1.GetBytes(QuotedByte().Replace(text.Replace("=\r\n", string.Empty, StringComparison.Ordinal), m => ((char)Convert.ToByte(m.Groups[1].Value, 16)).ToString()));

    private static string Decoded(Dictionary<string, string> headers, string name) => Words(headers.GetValueOrDefault(name, string.Empty));

    // RFC 2047; the space between two encoded words belongs to neither.
    private static string Words(string text) => EncodedWord().Replace(SpaceBetweenWords().Replace(text, "$1"), word =>
    {
        var (charset, letter, content) = (word.Groups[1].Value, word.Groups[2].Value, word.Groups[3].Value);
        var bytes = letter is "b" or "B" ? FromBase64(content) : FromQuotedPrintable(content.Replace('_', ' '));
        return charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase) ? Encoding.UTF8.GetString(bytes) : Encoding.Latin1.GetString(bytes);
    });

    [GeneratedRegex(@"\r\n[ \t]+")]
    private static partial Regex FoldedLineEnd();

    [GeneratedRegex("=([0-9A-Fa-f]{2})")]
    private static partial Regex QuotedByte();

    [GeneratedRegex(@"=\?([^?\s]+)\?([bBqQ])\?([^?]*)\?=")]
    private static partial Regex EncodedWord();

    [GeneratedRegex(@"(\?=)\s+(?==\?)")]
    private static partial Regex SpaceBetweenWords();
}
