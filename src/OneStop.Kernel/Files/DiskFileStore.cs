using System.Buffers;
using System.Security.Cryptography;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace OneStop.Kernel.Files;

internal sealed class DiskFileStore : IFileStore
{
    private const int BufferSize = 128 * 1024;
    private readonly string root;
    private readonly string incoming;

    public DiskFileStore(IOptions<FileStoreOptions> options, IHostEnvironment environment)
    {
        root = Path.GetFullPath(options.Value.Root, environment.ContentRootPath);
        incoming = Path.Combine(root, "incoming");
        Directory.CreateDirectory(incoming);
    }

    public async Task<StoredFile> SaveAsync(Stream content, long maxLength, CancellationToken cancellationToken)
    {
        var part = Path.Combine(incoming, Guid.NewGuid().ToString("N"));
        try
        {
            var (hash, length) = await WriteAsync(content, part, maxLength, cancellationToken);
            var target = PathOf(hash);
            if (!File.Exists(target))
            {
                Directory.CreateDirectory(Path.GetDirectoryName(target)!);
                File.Move(part, target, overwrite: true);
            }

            return new StoredFile(hash, length);
        }
        finally
        {
            File.Delete(part);
        }
    }

    public Stream? OpenRead(string sha256)
    {
        if (!IsHash(sha256))
            return null;
        var path = PathOf(sha256);
        return File.Exists(path) ? new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 64 * 1024, FileOptions.Asynchronous | FileOptions.SequentialScan) : null;
    }

    public bool Exists(string sha256) => IsHash(sha256) && File.Exists(PathOf(sha256));

    private static async Task<(string Hash, long Length)> WriteAsync(Stream content, string path, long maxLength, CancellationToken cancellationToken)
    {
        using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        try
        {
            long length = 0;
            await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, 0, FileOptions.Asynchronous);
            for (int read; (read = await content.ReadAsync(buffer, cancellationToken)) > 0;)
            {
                length += read;
                if (length > maxLength)
                    throw new FileTooLargeException(maxLength);
                sha.AppendData(buffer, 0, read);
                await PutAsync(file, buffer.AsMemory(0, read), cancellationToken);
            }

            file.Flush(flushToDisk: true);
            return (Convert.ToHexStringLower(sha.GetHashAndReset()), length);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    // The runtime tells a file that has reached its largest size as a wrong argument.
    private static async ValueTask PutAsync(FileStream file, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        try
        {
            await file.WriteAsync(bytes, cancellationToken);
        }
        catch (ArgumentOutOfRangeException exception)
        {
            throw new IOException(exception.Message, exception);
        }
    }

    private static bool IsHash(string text) => text.Length == 64 && text.All(char.IsAsciiHexDigitLower);

    private string PathOf(string hash) => Path.Combine(root, hash[..2], hash[2..4], hash);
}
