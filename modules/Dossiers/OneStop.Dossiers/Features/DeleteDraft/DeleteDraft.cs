using OneStop.Dossiers.Components;
using OneStop.Dossiers.Data;
using OneStop.Dossiers.Domain;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Results;

namespace OneStop.Dossiers.Features.DeleteDraft;

// Throws a draft away for good. What has been sent is withdrawn, never deleted.
[Requires(Permissions.Own)]
internal sealed record DeleteDraft(Guid Id) : ICommand, IAudited
{
    public string? AuditSubject => Id.ToString();
}

internal sealed class DeleteDraftHandler(DossiersDbContext context, OwnDossiers own) : IHandler<DeleteDraft, Done>
{
    public async Task<Result<Done>> Handle(DeleteDraft request, CancellationToken cancellationToken)
    {
        if (await own.LockAsync(request.Id, cancellationToken) is not { } dossier)
            return Error.NotFound(DossierErrors.Missing);
        if (!dossier.IsDraft)
            return Error.RuleBroken(DossierErrors.DraftOnly);
        context.Dossiers.Remove(dossier);
        return Done.Value;
    }
}
