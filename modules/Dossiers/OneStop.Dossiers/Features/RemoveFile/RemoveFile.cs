using Microsoft.EntityFrameworkCore;
using OneStop.Dossiers.Components;
using OneStop.Dossiers.Data;
using OneStop.Dossiers.Domain;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Results;

namespace OneStop.Dossiers.Features.RemoveFile;

// Takes a file away again. Taken away twice is taken away.
[Requires(Permissions.Own)]
internal sealed record RemoveFile(Guid Id, Guid FileId) : ICommand, IAudited
{
    public string? AuditSubject => Id.ToString();
}

internal sealed class RemoveFileHandler(DossiersDbContext context, OwnDossiers own, TimeProvider time) : IHandler<RemoveFile, Done>
{
    public async Task<Result<Done>> Handle(RemoveFile request, CancellationToken cancellationToken)
    {
        if (await own.LockAsync(request.Id, cancellationToken) is not { } dossier)
            return Error.NotFound(DossierErrors.Missing);
        if (await context.Files.FirstOrDefaultAsync(f => f.Id == request.FileId && f.DossierId == dossier.Id && f.Kind != DossierFileKind.Opinion, cancellationToken) is not { } file)
            return Done.Value;
        var may = dossier.CheckMayRemove(file, dossier.OpenSupplement);
        if (may.IsFailure)
            return may;
        context.Files.Remove(file);
        // Sending takes no lock: by the dossier's version it sees that a paper it has counted is gone.
        dossier.PaperRemoved(time.GetUtcNow());
        context.Entry(dossier).Property(d => d.UpdatedAt).IsModified = true;
        return Done.Value;
    }
}
