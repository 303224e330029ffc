using Microsoft.EntityFrameworkCore;
using OneStop.Dossiers.Components;
using OneStop.Dossiers.Contracts;
using OneStop.Dossiers.Data;
using OneStop.Dossiers.Domain;
using OneStop.Kernel.Data;
using OneStop.Kernel.Results;

namespace OneStop.Dossiers.Integrations;

internal sealed class OpinionFiles(DossiersDbContext context, FileIntake intake, TimeProvider time) : IOpinionFiles
{
    public async Task<Result<DossierFileInfo>> TakeAsync(Guid dossierId, Stream content, string? fileName, CancellationToken cancellationToken)
    {
        if (!await context.Dossiers.AnyAsync(d => d.Id == dossierId && d.Status != DossierStatus.Draft, cancellationToken))
            return Error.NotFound(DossierErrors.Missing);
        var taken = await intake.TakeAsync(content, fileName, cancellationToken);
        if (!taken.TryGet(out var kept))
            return taken.AsFailure<DossierFileInfo>();
        var now = time.GetUtcNow();
        var file = new DossierFile
        {
            Id = EntityId.New(now), DossierId = dossierId, Kind = DossierFileKind.Opinion, ComponentKey = "", Name = kept.Name, ContentType = kept.ContentType, Length = kept.Length,
            Sha256 = kept.Sha256, AddedAt = now,
        };
        context.Files.Add(file);
        await context.SaveChangesAsync(cancellationToken);
        return DossierReader.FileOf(file);
    }

    public async Task DropAsync(Guid fileId, CancellationToken cancellationToken)
    {
        if (await context.Files.FirstOrDefaultAsync(f => f.Id == fileId && f.Kind == DossierFileKind.Opinion, cancellationToken) is not { } file)
            return;
        context.Files.Remove(file);
        await context.SaveChangesAsync(cancellationToken);
    }
}
