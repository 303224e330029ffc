using Microsoft.Extensions.Options;
using OneStop.Dossiers.Components;
using OneStop.Dossiers.Domain;
using OneStop.Dossiers.Features.ExpireDrafts;
using OneStop.Dossiers.Forms;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Results;

namespace OneStop.Dossiers.Features.ReadDraft;

// The caller's draft with every part checked; also what may be changed again while the desk asks for more before acceptance.
[Requires(Permissions.Own)]
internal sealed record ReadDraft(Guid Id) : IQuery<DraftView>;

internal sealed class ReadDraftHandler(OwnDossiers own, DraftReader drafts, IOptions<DraftOptions> options) : IHandler<ReadDraft, DraftView>
{
    public async Task<Result<DraftView>> Handle(ReadDraft request, CancellationToken cancellationToken)
    {
        if (await own.ReadAsync(request.Id, cancellationToken) is not { } dossier)
            return Error.NotFound(DossierErrors.Missing);
        if (!dossier.CanAddFiles)
            return Error.RuleBroken(DossierErrors.DraftOnly);
        var read = await drafts.ReadAsync(dossier, await own.FilesAsync(dossier.Id, cancellationToken), cancellationToken);
        return read.Map(d => DraftView.Of(d, options.Value.KeepDays));
    }
}
