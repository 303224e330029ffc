using Microsoft.EntityFrameworkCore;
using OneStop.Catalogue.Contracts;
using OneStop.Dossiers.Components;
using OneStop.Dossiers.Data;
using OneStop.Dossiers.Domain;
using OneStop.Dossiers.Forms;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Results;

namespace OneStop.Dossiers.Features.UploadFile;

// Asked before the bytes are taken in, so that nobody sends 200 MB for nothing.
[Requires(Permissions.Own)]
internal sealed record MayUpload(Guid Id, string ComponentKey) : IQuery<Done>;

internal sealed class MayUploadHandler(UploadRules rules, OwnDossiers own) : IHandler<MayUpload, Done>
{
    public async Task<Result<Done>> Handle(MayUpload request, CancellationToken cancellationToken) =>
        await own.ReadAsync(request.Id, cancellationToken) is { } dossier
            ? await rules.CheckAsync(dossier, request.ComponentKey, cancellationToken)
            : Error.NotFound(DossierErrors.Missing);
}

internal sealed class UploadRules(DossiersDbContext context, ICatalogue catalogue)
{
    public async Task<Result<Done>> CheckAsync(Dossier dossier, string componentKey, CancellationToken cancellationToken)
    {
        var procedure = await catalogue.FindVersionAsync(dossier.ProcedureVersionId, cancellationToken);
        if (procedure is null || DraftReader.PapersOf(procedure, dossier.Case).All(c => c.Key != componentKey))
            return Error.NotFound(DossierErrors.UnknownComponent);
        return dossier.CheckMayAddFile(await context.Files.CountAsync(f => f.DossierId == dossier.Id && f.Kind == DossierFileKind.Citizen, cancellationToken));
    }
}
