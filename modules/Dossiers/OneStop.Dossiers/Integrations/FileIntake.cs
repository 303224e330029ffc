using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using OneStop.Dossiers.Domain;
using OneStop.Dossiers.Features.UploadFile;
using OneStop.Kernel.Files;
using OneStop.Kernel.Results;

namespace OneStop.Dossiers.Integrations;

internal sealed record TakenFile(string Name, string ContentType, long Length, string Sha256);

// Takes the bytes of a file in: streamed to the store and to the virus scanner at once, known by content, refused with a reason. Nothing refused by the scanner is kept.
internal sealed class FileIntake(IFileStore store, ClamdScanner scanner, ILogger<FileIntake> logger)
{
    public async Task<Result<TakenFile>> TakeAsync(Stream content, string? fileName, CancellationToken cancellationToken)
    {
        var name = CleanName(fileName);
        var head = new byte[FileTypes.HeadLength];
        var length = await content.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, cancellationToken);
        if (length == 0)
            return Error.Invalid(UploadErrors.Empty);
        if (!FileTypes.MayBeAccepted(head.AsSpan(0, length)))
            return await RefusedByTypeAsync(head.AsMemory(0, length), content, cancellationToken);

        using var session = scanner.IsConfigured ? await scanner.OpenAsync(cancellationToken) : null;
        if (scanner.IsConfigured && session is null)
            return Error.Unavailable(UploadErrors.NotScanned);
        try
        {
            var stored = await store.SaveAsync(new ScannedStream(head.AsMemory(0, length), content, session), DossierFile.MaxBytes, cancellationToken);
            return Know(stored, name);
        }
        catch (FileTooLargeException)
        {
            return Error.Invalid(UploadErrors.TooLarge);
        }
        // A full or lost disk; a sender who breaks off is another matter.
        catch (IOException exception) when (exception is not BadHttpRequestException && !cancellationToken.IsCancellationRequested)
        {
            logger.LogError(exception, "A file could not be stored");
            return Error.Unavailable(CommonErrors.TryAgainLater);
        }
        catch (RefusedByScannerException refused)
        {
            return refused.Verdict == ScanVerdict.Infected ? Error.Invalid(UploadErrors.Infected) : Error.Unavailable(UploadErrors.NotScanned);
        }
    }

    // A known virus in a file of no known type is told as what it is.
    private async Task<Result<TakenFile>> RefusedByTypeAsync(ReadOnlyMemory<byte> head, Stream content, CancellationToken cancellationToken)
    {
        using var session = scanner.IsConfigured ? await scanner.OpenAsync(cancellationToken) : null;
        if (session is not null)
        {
            var buffer = new byte[64 * 1024];
            await session.WriteAsync(head, cancellationToken);
            var read = await content.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken);
            await session.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
            if (await session.FinishAsync(cancellationToken) == ScanVerdict.Infected)
                return Error.Invalid(UploadErrors.Infected);
        }

        return Error.Invalid(UploadErrors.UnknownType);
    }

    private Result<TakenFile> Know(StoredFile stored, string name)
    {
        using var content = store.OpenRead(stored.Sha256) ?? throw new IOException("The file just stored is gone.");
        if (FileTypes.Sniff(content) is not { } type)
            return Error.Invalid(UploadErrors.UnknownType);
        if (!type.AgreesWith(name))
            return Error.Invalid(UploadErrors.Disguised);
        return new TakenFile(name.Length == 0 ? "tep" + type.Extension : name, type.ContentType, stored.Length, stored.Sha256);
    }

    // Only the name, composed, on one line; a long one keeps its extension.
    private static string CleanName(string? fileName)
    {
        var name = InputText.KeepLine(fileName?.Split('/', '\\')[^1]);
        if (name.Length <= DossierFile.NameLength)
            return name;
        var extension = Path.GetExtension(name) is { Length: <= 10 } short10 ? short10 : "";
        return name[..(DossierFile.NameLength - extension.Length)] + extension;
    }
}
