using Microsoft.EntityFrameworkCore;
using OneStop.Dossiers.Data;
using OneStop.Kernel.Files;

namespace OneStop.Dossiers.Integrations;

internal sealed class DossierFileReferences(DossiersDbContext context) : IFileReferences
{
    public async Task<IReadOnlyCollection<string>> AmongAsync(IReadOnlyCollection<string> sha256, CancellationToken cancellationToken) =>
    [
        .. await context.Files.Where(f => sha256.Contains(f.Sha256)).Select(f => f.Sha256).Distinct().ToListAsync(cancellationToken),
        .. await context.RegisterExports.Where(e => sha256.Contains(e.Sha256!)).Select(e => e.Sha256!).Distinct().ToListAsync(cancellationToken),
    ];
}
