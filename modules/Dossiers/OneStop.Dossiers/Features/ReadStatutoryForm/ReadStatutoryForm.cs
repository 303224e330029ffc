using Microsoft.EntityFrameworkCore;
using OneStop.Dossiers.Components;
using OneStop.Dossiers.Data;
using OneStop.Dossiers.Domain;
using OneStop.Kernel.Files;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Results;

namespace OneStop.Dossiers.Features.ReadStatutoryForm;

// The latest paper of that form. Asked for in the second before it is kept, it is drawn at once and reads the same.
[Requires(DeskPermissions.Receive)]
internal sealed record ReadStatutoryForm(Guid DossierId, string Form) : IQuery<StatutoryFormContent>;

internal sealed record StatutoryFormContent(string Name, Stream Content);

internal sealed class ReadStatutoryFormHandler(DossiersDbContext context, DeskScope scope, StatutoryPapers papers, IFileStore files)
    : IHandler<ReadStatutoryForm, StatutoryFormContent>
{
    public async Task<Result<StatutoryFormContent>> Handle(ReadStatutoryForm request, CancellationToken cancellationToken)
    {
        var loaded = await context.Dossiers.AsNoTracking().Include(d => d.Files).Include(d => d.Supplements).Include(d => d.History)
            .AsSplitQuery().FirstOrDefaultAsync(d => d.Id == request.DossierId, cancellationToken);
        var allowed = scope.Require(loaded, DeskPermissions.Receive);
        if (!allowed.TryGet(out var dossier))
            return allowed.AsFailure<StatutoryFormContent>();

        var latest = dossier.Supplements.MaxBy(s => s.Number)?.Id;
        var kept = dossier.Files.Where(f => f.Kind == DossierFileKind.Form && f.ComponentKey == request.Form)
            .Where(f => f.SupplementRequestId is null || f.SupplementRequestId == latest).MaxBy(f => f.AddedAt);
        if (kept is not null && files.OpenRead(kept.Sha256) is { } content)
            return new StatutoryFormContent(kept.Name, content);

        var drawn = await papers.DrawAsync(dossier, request.Form, latest, cancellationToken);
        return drawn.Map(p => new StatutoryFormContent(p.FileName, new MemoryStream(p.Pdf)));
    }
}
