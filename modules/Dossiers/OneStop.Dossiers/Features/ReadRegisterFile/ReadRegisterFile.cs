using Microsoft.EntityFrameworkCore;
using OneStop.Dossiers.Data;
using OneStop.Dossiers.Domain;
using OneStop.Kernel.Callers;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Results;

namespace OneStop.Dossiers.Features.ReadRegisterFile;

// A finished register of the caller's own.
[Requires(DeskPermissions.ExportRegister)]
internal sealed record ReadRegisterFile(Guid ExportId) : IQuery<RegisterFile>;

internal sealed record RegisterFile(string Name, string Sha256);

internal sealed class ReadRegisterFileHandler(DossiersDbContext context, ICallerContext callers) : IHandler<ReadRegisterFile, RegisterFile>
{
    public async Task<Result<RegisterFile>> Handle(ReadRegisterFile request, CancellationToken cancellationToken)
    {
        var export = await context.RegisterExports.AsNoTracking()
            .FirstOrDefaultAsync(e => e.Id == request.ExportId && e.RequestedById == callers.Caller.AccountId && e.State == RegisterExportState.Ready, cancellationToken);
        return export is { FileName: { } name, Sha256: { } hash } ? new RegisterFile(name, hash) : Error.NotFound(DossierErrors.FileMissing);
    }
}
