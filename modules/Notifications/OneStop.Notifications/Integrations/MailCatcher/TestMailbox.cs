namespace OneStop.Notifications.Integrations.MailCatcher;

/// <summary>Mails caught by the test mail server, newest first; in memory, for this run only. Outside Development it stays closed.</summary>
internal sealed class TestMailbox
{
    public const int Capacity = 200;

    private readonly Lock access = new();
    private readonly LinkedList<CaughtMail> mails = [];
    private int lastId;

    /// <summary>Port of the test mail server; null while none runs.</summary>
    public int? Port { get; private set; }

    public IReadOnlyList<CaughtMail> Mails
    {
        get
        {
            lock (access)
            {
                return [.. mails];
            }
        }
    }

    public CaughtMail? Find(int id)
    {
        lock (access)
        {
            return mails.FirstOrDefault(mail => mail.Id == id);
        }
    }

    public void Open(int port) => Port = port;

    public void Close() => Port = null;

    public void Add(IReadOnlyList<string> recipients, string raw, DateTimeOffset now)
    {
        var content = MimeReader.Read(raw);
        lock (access)
        {
            mails.AddFirst(new CaughtMail(++lastId, now, recipients, content));
            while (mails.Count > Capacity)
            {
                mails.RemoveLast();
            }
        }
    }
}

internal sealed record CaughtMail(int Id, DateTimeOffset ReceivedAt, IReadOnlyList<string> Recipients, MimeContent Content);
