using OneStop.Dossiers.Components;
using OneStop.Dossiers.Data;
using OneStop.Dossiers.Domain;
using OneStop.Dossiers.Features.ReadDraft;
using OneStop.Dossiers.Integrations;
using OneStop.Kernel.Data;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Results;

namespace OneStop.Dossiers.Features.UploadFile;

// Joins a file that has been taken in to a paper of the dossier.
[Requires(Permissions.Own)]
internal sealed record AddFile(Guid Id, string ComponentKey, TakenFile File) : ICommand<FileView>, IAudited
{
    public string? AuditSubject => Id.ToString();
}

internal sealed class AddFileHandler(DossiersDbContext context, OwnDossiers own, UploadRules rules, TimeProvider time) : IHandler<AddFile, FileView>
{
    public async Task<Result<FileView>> Handle(AddFile request, CancellationToken cancellationToken)
    {
        if (await own.LockAsync(request.Id, cancellationToken) is not { } dossier)
            return Error.NotFound(DossierErrors.Missing);
        var may = await rules.CheckAsync(dossier, request.ComponentKey, cancellationToken);
        if (may.IsFailure)
            return may.AsFailure<FileView>();

        var now = time.GetUtcNow();
        var file = new DossierFile
        {
            Id = EntityId.New(now),
            DossierId = dossier.Id,
            Kind = DossierFileKind.Citizen,
            ComponentKey = request.ComponentKey,
            Name = request.File.Name,
            ContentType = request.File.ContentType,
            Length = request.File.Length,
            Sha256 = request.File.Sha256,
            AddedAt = now,
            SupplementRequestId = dossier.OpenSupplement?.Id,
        };
        context.Files.Add(file);
        return FileView.Of(dossier, file);
    }
}
