using OneStop.Kernel.Results;

namespace OneStop.Dossiers.Contracts;

/// <summary>Files that consulted bodies attach to their answers. The asking module has checked who may.</summary>
public interface IOpinionFiles
{
    /// <summary>Takes the bytes in: known by content, scanned, kept with the dossier. Refused with the reason of any upload.</summary>
    /// <param name="dossierId">The dossier.</param>
    /// <param name="content">Read to its end.</param>
    /// <param name="fileName">As the sender names it; only what the bytes are is believed.</param>
    /// <param name="cancellationToken">Cancels.</param>
    Task<Result<DossierFileInfo>> TakeAsync(Guid dossierId, Stream content, string? fileName, CancellationToken cancellationToken);

    /// <summary>Forgets a file that was taken in and is not wanted.</summary>
    Task DropAsync(Guid fileId, CancellationToken cancellationToken);
}
