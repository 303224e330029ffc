using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace OneStop.Benchmarks.Load;

internal sealed record HttpAnswer(int Status, string Head, byte[] Body);

// One keep-alive connection that does as little as can be done, so that the figures are the server's and not the client's.
internal sealed class HttpConnection : IDisposable
{
    private readonly Socket socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private byte[] buffer = new byte[128 * 1024];
    private int filled;

    public static async Task<HttpConnection> OpenAsync(int port)
    {
        var connection = new HttpConnection();
        try
        {
            await connection.socket.ConnectAsync(IPAddress.Loopback, port);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    public void Dispose() => socket.Dispose();

    public async Task<HttpAnswer> GetAsync(string path, string? encoding = "br", bool keepBody = false)
    {
        var accept = encoding is null ? "" : $"Accept-Encoding: {encoding}\r\n";
        await socket.SendAsync(Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\nHost: localhost\r\n{accept}\r\n"));
        filled = 0;
        int end;
        while ((end = buffer.AsSpan(0, filled).IndexOf("\r\n\r\n"u8)) < 0)
            await FillAsync();
        var head = Encoding.ASCII.GetString(buffer, 0, end);
        var body = keepBody ? new MemoryStream() : null;
        await ReadBodyAsync(head, end + 4, body);
        return new HttpAnswer(int.Parse(head.AsSpan(9, 3), CultureInfo.InvariantCulture), head, body?.ToArray() ?? []);
    }

    private async Task ReadBodyAsync(string head, int at, MemoryStream? body)
    {
        if (HeaderOf(head, "Content-Length") is { } text)
        {
            var length = int.Parse(text, CultureInfo.InvariantCulture);
            while (filled - at < length)
                await FillAsync();
            body?.Write(buffer, at, length);
            return;
        }

        for (; ; )
        {
            int line;
            while ((line = buffer.AsSpan(at, filled - at).IndexOf("\r\n"u8)) < 0)
                await FillAsync();
            var size = int.Parse(Encoding.ASCII.GetString(buffer, at, line), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            at += line + 2;
            while (filled - at < size + 2)
                await FillAsync();
            body?.Write(buffer, at, size);
            at += size + 2;
            if (size == 0)
                return;
        }
    }

    public static string? HeaderOf(string head, string name)
    {
        var start = head.IndexOf($"\r\n{name}:", StringComparison.OrdinalIgnoreCase);
        if (start < 0)
            return null;
        var value = head.AsSpan(start + name.Length + 3);
        var end = value.IndexOf("\r\n", StringComparison.Ordinal);
        return (end < 0 ? value : value[..end]).Trim().ToString();
    }

    private async ValueTask FillAsync()
    {
        if (filled == buffer.Length)
            Array.Resize(ref buffer, buffer.Length * 2);
        var read = await socket.ReceiveAsync(buffer.AsMemory(filled));
        if (read == 0)
            throw new IOException("The server closed the connection in the middle of an answer.");
        filled += read;
    }
}
