namespace OneStop.Kernel.Files;

/// <summary>A file kept by its content.</summary>
/// <param name="Sha256">Lower-case hex SHA-256 of the bytes; the address of the file.</param>
/// <param name="Length">Bytes.</param>
public sealed record StoredFile(string Sha256, long Length);

/// <summary>Content-addressed store: the same bytes are kept once; nothing is ever overwritten. Streams, never whole files in memory.
/// Content that nobody refers to is deleted by a daily job, once it has not been saved for some days.</summary>
public interface IFileStore
{
    /// <summary>Keeps the bytes durably.</summary>
    /// <param name="content">Read to its end.</param>
    /// <param name="maxLength">Refuses more bytes than this with <see cref="FileTooLargeException"/>.</param>
    /// <param name="cancellationToken">Stops and leaves nothing behind.</param>
    Task<StoredFile> SaveAsync(Stream content, long maxLength, CancellationToken cancellationToken);

    /// <summary>Opens for reading with seek; null when there is no such content.</summary>
    Stream? OpenRead(string sha256);

    /// <summary>Whether the content is there.</summary>
    bool Exists(string sha256);

    /// <summary>Content that was last saved before the moment.</summary>
    IEnumerable<string> SavedBefore(DateTimeOffset moment);

    /// <summary>Deletes the content unless it was saved at or after the moment, by somebody who is about to refer to it; says whether it did.</summary>
    bool Delete(string sha256, DateTimeOffset unlessSavedSince);
}

/// <summary>More bytes came than are allowed.</summary>
/// <param name="maxLength">The limit in bytes.</param>
public sealed class FileTooLargeException(long maxLength) : Exception($"More than {maxLength} bytes.")
{
    /// <summary>The limit in bytes.</summary>
    public long MaxLength { get; } = maxLength;
}

/// <summary>What a module that keeps addresses of content in its rows implements, so that what it refers to is never deleted.</summary>
public interface IFileReferences
{
    /// <summary>Those of the given addresses that the module's rows name.</summary>
    Task<IReadOnlyCollection<string>> AmongAsync(IReadOnlyCollection<string> sha256, CancellationToken cancellationToken);
}

/// <summary>Settings under <c>Files</c>.</summary>
public sealed class FileStoreOptions
{
    /// <summary>Folder or mounted share; relative to the content root.</summary>
    public string Root { get; set; } = "data/files";
}
