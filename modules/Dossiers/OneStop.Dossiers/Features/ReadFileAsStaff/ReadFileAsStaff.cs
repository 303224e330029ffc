using Microsoft.EntityFrameworkCore;
using OneStop.Approvals.Contracts;
using OneStop.Dossiers.Components;
using OneStop.Dossiers.Data;
using OneStop.Dossiers.Domain;
using OneStop.Kernel.Callers;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Results;

namespace OneStop.Dossiers.Features.ReadFileAsStaff;

// A file of a dossier for whoever works on it: the unit that received it, and those who have a task on it.
[Requires(DeskPermissions.ReadUnit)]
internal sealed record ReadFileAsStaff(Guid FileId) : ICommand<StaffFile>;

internal sealed record StaffFile(string Name, string ContentType, string Sha256);

internal sealed class ReadFileAsStaffHandler(
    DossiersDbContext context, ICallerContext callers, PermissionCatalogue permissions, ITaskAccess tasks, AccessLog log, PaperWords words, TimeProvider time)
    : IHandler<ReadFileAsStaff, StaffFile>
{
    // Opening several papers of one dossier in one sitting is one reading.
    private static readonly TimeSpan Sitting = TimeSpan.FromHours(1);

    public async Task<Result<StaffFile>> Handle(ReadFileAsStaff request, CancellationToken cancellationToken)
    {
        var file = await context.Files.AsNoTracking().FirstOrDefaultAsync(f => f.Id == request.FileId, cancellationToken);
        var path = file is null
            ? null
            : await context.Dossiers.Where(d => d.Id == file.DossierId && d.Status != DossierStatus.Draft).Select(d => d.ReceivingAgencyPath).FirstOrDefaultAsync(cancellationToken);
        if (file is null || path is null || !await MayReadAsync(file, path, cancellationToken))
            return Error.NotFound(DossierErrors.FileMissing);

        var accountId = callers.Caller.AccountId;
        var since = time.GetUtcNow() - Sitting;
        if (!await context.AccessRecords.AnyAsync(a => a.DossierId == file.DossierId && a.AccountId == accountId && a.At > since, cancellationToken))
            log.Record(file.DossierId, words.Say("Purpose.Papers"));
        return new StaffFile(file.Name, file.ContentType, file.Sha256);
    }

    private async Task<bool> MayReadAsync(DossierFile file, string agencyPath, CancellationToken cancellationToken) =>
        (file.Kind != DossierFileKind.Opinion
            && (permissions.Allows(callers.Caller, DeskPermissions.ReadUnit, agencyPath) || await tasks.MayReadAsync(callers.Caller, file.DossierId, cancellationToken)))
        || await tasks.MayReadFileAsync(callers.Caller, file.Id, cancellationToken);
}
