namespace OneStop.Dossiers.Integrations;

internal sealed class RefusedByScannerException(ScanVerdict verdict) : Exception($"Scan: {verdict}")
{
    public ScanVerdict Verdict { get; } = verdict;
}

// A file on its way into the store: its first bytes, which were looked at, then the rest; every byte goes to the scanner too.
// At the end the scanner's verdict stops the store unless it is good.
internal sealed class ScannedStream(ReadOnlyMemory<byte> head, Stream rest, ClamdSession? session) : Stream
{
    private ReadOnlyMemory<byte> head = head;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var read = await NextAsync(buffer, cancellationToken);
        if (session is null)
            return read;
        if (read > 0)
            await session.WriteAsync(buffer[..read], cancellationToken);
        else if (await session.FinishAsync(cancellationToken) is not ScanVerdict.Clean and var verdict)
            throw new RefusedByScannerException(verdict);
        return read;
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("Read asynchronously.");

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private async ValueTask<int> NextAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        if (head.Length == 0)
            return await rest.ReadAsync(buffer, cancellationToken);
        var count = Math.Min(head.Length, buffer.Length);
        head[..count].CopyTo(buffer);
        head = head[count..];
        return count;
    }
}
