using System.Text;

namespace OneStop.Notifications.Integrations.MailCatcher;

/// <summary>One conversation of RFC 5321 with the commands a sender needs. Text is read as Latin-1, one character a byte, and decoded later by its own headers.</summary>
internal sealed class SmtpSession(Stream stream, TestMailbox mailbox, TimeProvider time) : IDisposable
{
    /// <summary>Recipients whose name begins so are refused, for good and for now: for trying what happens then.</summary>
    public const string RefusedPrefix = "khong-nhan";
    public const string BusyPrefix = "tam-ban";

    private const int LongestMessage = 40 * 1024 * 1024;

    private readonly StreamReader reader = new(stream, Encoding.Latin1, detectEncodingFromByteOrderMarks: false);
    private readonly List<string> recipients = [];
    private bool senderNamed;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await AnswerAsync("220 localhost OneStop test mailbox", cancellationToken);
        while (await reader.ReadLineAsync(cancellationToken) is { } line)
        {
            var answer = await TakeAsync(line, cancellationToken);
            await AnswerAsync(answer, cancellationToken);
            if (answer.StartsWith("221", StringComparison.Ordinal))
            {
                return;
            }
        }
    }

    public void Dispose() => reader.Dispose();

    private async Task<string> TakeAsync(string line, CancellationToken cancellationToken)
    {
        var verb = line.Length < 4 ? line.ToUpperInvariant() : line[..4].ToUpperInvariant();
        switch (verb)
        {
            case "EHLO":
                Reset();
                return $"250-localhost\r\n250-SIZE {LongestMessage}\r\n250-8BITMIME\r\n250 SMTPUTF8";
            case "HELO" or "RSET":
                Reset();
                return "250 OK";
            case "NOOP":
                return "250 OK";
            case "VRFY":
                return "252 Cannot verify";
            case "QUIT":
                return "221 Bye";
            case "MAIL":
                Reset();
                senderNamed = true;
                return "250 OK";
            case "RCPT":
                return TakeRecipient(line);
            case "DATA" when recipients.Count == 0:
                return "503 No recipients";
            case "DATA":
                return await TakeMessageAsync(cancellationToken);
            default:
                return "502 Not implemented";
        }
    }

    private string TakeRecipient(string line)
    {
        var (start, end) = (line.IndexOf('<', StringComparison.Ordinal), line.LastIndexOf('>'));
        if (!senderNamed || start < 0 || end <= start + 1)
        {
            return senderNamed ? "501 Say RCPT TO:<address>" : "503 Say MAIL first";
        }

        var address = Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(line[(start + 1)..end]));
        if (address.StartsWith(RefusedPrefix, StringComparison.OrdinalIgnoreCase))
        {
            return "550 No such mailbox";
        }

        if (address.StartsWith(BusyPrefix, StringComparison.OrdinalIgnoreCase))
        {
            return "451 Try again later";
        }

        recipients.Add(address);
        return "250 OK";
    }

    private async Task<string> TakeMessageAsync(CancellationToken cancellationToken)
    {
        await AnswerAsync("354 End with a dot on its own line", cancellationToken);
        var message = new StringBuilder();
        var tooLong = false;
        while (await reader.ReadLineAsync(cancellationToken) is { } line)
        {
            if (line == ".")
            {
                if (!tooLong)
                {
                    mailbox.Add([.. recipients], message.ToString(), time.GetUtcNow());
                }

                Reset();
                return tooLong ? "552 Too long" : "250 OK";
            }

            tooLong |= message.Length > LongestMessage;
            if (!tooLong)
            {
                // A line that begins with a dot was sent with one more (RFC 5321, 4.5.2).
                message.Append(line.StartsWith('.') ? line.AsSpan(1) : line).Append("\r\n");
            }
        }

        throw new IOException("The sender left in the middle of a message.");
    }

    private void Reset()
    {
        recipients.Clear();
        senderNamed = false;
    }

    private async Task AnswerAsync(string answer, CancellationToken cancellationToken)
    {
        await stream.WriteAsync(Encoding.ASCII.GetBytes(answer + "\r\n"), cancellationToken);
        await stream.FlushAsync(cancellationToken);
    }
}
