using System.Buffers.Binary;
using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace OneStop.Dossiers.Integrations;

// Settings under "Files:Clamd". Without a host nothing is scanned. StreamMaxLength of the daemon must be at least 200M.
internal sealed class ClamdOptions
{
    public const string Section = "Files:Clamd";

    public string? Host { get; set; }

    public int Port { get; set; } = 3310;

    public int TimeoutSeconds { get; set; } = 60;
}

internal enum ScanVerdict
{
    Clean,
    Infected,
    NotScanned,
}

// Speaks INSTREAM to clamd: each block as its length and its bytes, a zero length at the end, one line of answer.
internal sealed class ClamdScanner(IOptions<ClamdOptions> options, ILogger<ClamdScanner> logger)
{
    public bool IsConfigured => !string.IsNullOrEmpty(options.Value.Host);

    // A session to write a file into while it is being stored; null when the daemon cannot be reached.
    public async Task<ClamdSession?> OpenAsync(CancellationToken cancellationToken)
    {
        var client = new TcpClient();
        try
        {
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            limit.CancelAfter(TimeSpan.FromSeconds(options.Value.TimeoutSeconds));
            await client.ConnectAsync(options.Value.Host!, options.Value.Port, limit.Token);
            var stream = client.GetStream();
            stream.WriteTimeout = stream.ReadTimeout = options.Value.TimeoutSeconds * 1000;
            await stream.WriteAsync("zINSTREAM\0"u8.ToArray(), limit.Token);
            return new ClamdSession(client, stream, logger);
        }
        catch (Exception exception) when (exception is SocketException or IOException || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            logger.LogError(exception, "The virus scanner does not answer; files are refused until it does");
            client.Dispose();
            return null;
        }
    }
}

internal sealed class ClamdSession(TcpClient client, NetworkStream stream, ILogger logger) : IDisposable
{
    private const int LongestAnswer = 1024;
    private bool broken;

    // The daemon hangs up when it has seen enough; its answer is then read at the end.
    public async Task WriteAsync(ReadOnlyMemory<byte> block, CancellationToken cancellationToken)
    {
        if (broken || block.Length == 0)
            return;
        try
        {
            var length = new byte[4];
            BinaryPrimitives.WriteInt32BigEndian(length, block.Length);
            await stream.WriteAsync(length, cancellationToken);
            await stream.WriteAsync(block, cancellationToken);
        }
        catch (IOException)
        {
            broken = true;
        }
    }

    public async Task<ScanVerdict> FinishAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (!broken)
                await stream.WriteAsync(new byte[4], cancellationToken);
            var buffer = new byte[LongestAnswer];
            var read = await stream.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken);
            var answer = Encoding.ASCII.GetString(buffer, 0, read).TrimEnd('\0', '\n');
            if (answer.EndsWith("FOUND", StringComparison.Ordinal))
            {
                logger.LogWarning("The virus scanner found {Finding}", answer);
                return ScanVerdict.Infected;
            }

            if (answer.EndsWith("OK", StringComparison.Ordinal))
                return ScanVerdict.Clean;
            logger.LogError("The virus scanner answered {Answer}", answer);
            return ScanVerdict.NotScanned;
        }
        catch (IOException exception)
        {
            logger.LogError(exception, "The virus scanner hung up without an answer");
            return ScanVerdict.NotScanned;
        }
    }

    public void Dispose() => client.Dispose();
}
