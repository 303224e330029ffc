using Microsoft.EntityFrameworkCore;
using OneStop.Dossiers.Components;
using OneStop.Dossiers.Data;
using OneStop.Dossiers.Domain;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Results;

namespace OneStop.Dossiers.Features.ReadOwnFile;

// A file of the caller's own dossier. The result is held back while its fee is open.
[Requires(Permissions.Own)]
internal sealed record ReadOwnFile(Guid Id, Guid FileId) : IQuery<OwnFile>;

internal sealed record OwnFile(string Name, string ContentType, string Sha256);

internal sealed class ReadOwnFileHandler(DossiersDbContext context, OwnDossiers own) : IHandler<ReadOwnFile, OwnFile>
{
    public async Task<Result<OwnFile>> Handle(ReadOwnFile request, CancellationToken cancellationToken)
    {
        if (await own.ReadAsync(request.Id, cancellationToken) is not { } dossier)
            return Error.NotFound(DossierErrors.Missing);
        var file = await context.Files.AsNoTracking().FirstOrDefaultAsync(f => f.Id == request.FileId && f.DossierId == dossier.Id && f.Kind != DossierFileKind.Opinion, cancellationToken);
        if (file is null)
            return Error.NotFound(DossierErrors.FileMissing);
        if (file.Kind == DossierFileKind.Result && !dossier.CanDownloadResult)
            return Error.RuleBroken(DossierErrors.ResultUnpaid);
        return new OwnFile(file.Name, file.ContentType, file.Sha256);
    }
}
