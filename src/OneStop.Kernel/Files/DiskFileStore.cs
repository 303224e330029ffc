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
    private readonly string leaving;
    private readonly TimeProvider time;

    public DiskFileStore(IOptions<FileStoreOptions> options, IHostEnvironment environment, TimeProvider time)
    {
        this.time = time;
        root = Path.GetFullPath(options.Value.Root, environment.ContentRootPath);
        incoming = Path.Combine(root, "incoming");
        leaving = Path.Combine(root, "leaving");
        Directory.CreateDirectory(incoming);
    }

    public async Task<StoredFile> SaveAsync(Stream content, long maxLength, CancellationToken cancellationToken)
    {
        var part = Path.Combine(incoming, Guid.NewGuid().ToString("N"));
        try
        {
            var (hash, length) = await WriteAsync(content, part, maxLength, cancellationToken);
            var target = PathOf(hash);
            if (!Touch(target))
            {
                Touch(part);
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

    public IEnumerable<string> SavedBefore(DateTimeOffset moment)
    {
        PutBackWhatWasLeftAside();
        return new DirectoryInfo(root).EnumerateDirectories("??").SelectMany(d => d.EnumerateFiles("*", SearchOption.AllDirectories))
            .Where(f => IsHash(f.Name) && f.LastWriteTimeUtc < moment.UtcDateTime).Select(f => f.Name);
    }

    // Taken out of reach first and looked at again there: whoever saves the same bytes meanwhile either touched the file before, or puts their own in its place.
    public bool Delete(string sha256, DateTimeOffset unlessSavedSince)
    {
        if (!IsHash(sha256) || !File.Exists(PathOf(sha256)))
            return false;
        Directory.CreateDirectory(leaving);
        var aside = Path.Combine(leaving, sha256);
        try
        {
            File.Move(PathOf(sha256), aside, overwrite: true);
        }
        catch (FileNotFoundException)
        {
            return false;
        }

        if (File.GetLastWriteTimeUtc(aside) >= unlessSavedSince.UtcDateTime)
        {
            File.Move(aside, PathOf(sha256), overwrite: true);
            return false;
        }

        File.Delete(aside);
        return true;
    }

    // By a process that was stopped in the middle of deleting.
    private void PutBackWhatWasLeftAside()
    {
        if (!Directory.Exists(leaving))
            return;
        foreach (var aside in Directory.GetFiles(leaving))
        {
            if (!File.Exists(PathOf(Path.GetFileName(aside))))
                File.Move(aside, PathOf(Path.GetFileName(aside)));
        }
    }

    // The time of the last saving, by which unused content is known.
    private bool Touch(string path)
    {
        try
        {
            File.SetLastWriteTimeUtc(path, time.GetUtcNow().UtcDateTime);
            return true;
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return false;
        }
    }

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
