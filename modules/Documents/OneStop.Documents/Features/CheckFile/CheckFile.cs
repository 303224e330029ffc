using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using OneStop.Documents.Contracts;
using OneStop.Documents.Data;
using OneStop.Documents.Domain;
using OneStop.Documents.Verification;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Results;

namespace OneStop.Documents.Features.CheckFile;

// Compares a file with the paper of the code, or looks for it among all papers, and checks its signatures. The file is not kept.
[OpenToAll]
internal sealed record CheckFile(string? Code, ReadOnlyMemory<byte> Content) : IQuery<FileCheck>
{
    public const int MaxBytes = 20 * 1024 * 1024;
}

internal enum FileMatch
{
    // Byte for byte the paper that was issued.
    Same,

    // Another file than the one issued under this code.
    Different,

    // No code was given and no paper has this content.
    NotIssuedHere,
}

internal sealed record FileCheck(FileMatch Match, string? Code, PdfVerdict Signatures);

// Checks in turn: each holds the whole file in memory.
internal sealed class FileCheckGate : IDisposable
{
    private readonly SemaphoreSlim places = new(4);

    public async Task<T> InTurnAsync<T>(Func<Task<T>> check, CancellationToken cancellationToken)
    {
        await places.WaitAsync(cancellationToken);
        try
        {
            return await check();
        }
        finally
        {
            places.Release();
        }
    }

    public void Dispose() => places.Dispose();
}

internal sealed class CheckFileHandler(DocumentsDbContext context, PdfVerifier verifier, FileCheckGate gate) : IHandler<CheckFile, FileCheck>
{
    public async Task<Result<FileCheck>> Handle(CheckFile request, CancellationToken cancellationToken)
    {
        if (request.Content.IsEmpty)
            return Error.Invalid(PaperErrors.FileMissing, "file");
        if (request.Content.Length > CheckFile.MaxBytes)
            return Error.Invalid(PaperErrors.FileTooLarge, "file", CheckFile.MaxBytes / (1024 * 1024));

        var verdict = await gate.InTurnAsync(() => verifier.VerifyAsync(request.Content.ToArray(), cancellationToken), cancellationToken);
        if (verdict.Kind is PdfKind.NotPdf)
            return Error.Invalid(PaperErrors.FileNotPdf, "file");
        if (verdict.Kind is PdfKind.Encrypted)
            return Error.Invalid(PaperErrors.FileEncrypted, "file");

        var hash = Convert.ToHexStringLower(SHA256.HashData(request.Content.Span));
        if (PaperCode.Read(request.Code) is { } code)
        {
            var issued = await context.Papers.AsNoTracking().Where(p => p.Code == code).Select(p => p.Sha256).FirstOrDefaultAsync(cancellationToken);
            return issued is null ? Error.NotFound(PaperErrors.Unknown) : new FileCheck(issued == hash ? FileMatch.Same : FileMatch.Different, code, verdict);
        }

        var found = await context.Papers.AsNoTracking().Where(p => p.Sha256 == hash).OrderBy(p => p.IssuedAt).Select(p => p.Code).FirstOrDefaultAsync(cancellationToken);
        return new FileCheck(found is null ? FileMatch.NotIssuedHere : FileMatch.Same, found, verdict);
    }
}
