using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using OneStop.Dossiers.Components;
using OneStop.Dossiers.Data;
using OneStop.Dossiers.Domain;
using OneStop.Dossiers.Features.ReviewDossier;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Results;
using OneStop.Kernel.Security;

namespace OneStop.Dossiers.Features.SaveReceptionSheet;

[Requires(DeskPermissions.Receive)]
internal sealed record SaveReceptionSheet(Guid DossierId, ReceptionEntries Entries) : ICommand<DateTimeOffset>;

internal sealed class SaveReceptionSheetHandler(DossiersDbContext context, DeskScope scope, IFieldProtector protector, TimeProvider time)
    : IHandler<SaveReceptionSheet, DateTimeOffset>
{
    public async Task<Result<DateTimeOffset>> Handle(SaveReceptionSheet request, CancellationToken cancellationToken)
    {
        var dossier = await context.Dossiers.AsNoTracking().FirstOrDefaultAsync(d => d.Id == request.DossierId, cancellationToken);
        var allowed = scope.Require(dossier, DeskPermissions.Receive);
        if (allowed.IsFailure)
            return allowed.AsFailure<DateTimeOffset>();

        var content = JsonSerializer.Serialize(request.Entries);
        if (content.Length > ReceptionSheet.ContentLength)
            return Error.Invalid(CommonErrors.TooLong, null, ReceptionSheet.ContentLength);

        var clerkId = scope.Caller.Id;
        var sheet = await context.Set<ReceptionSheet>().FirstOrDefaultAsync(s => s.DossierId == request.DossierId && s.ClerkId == clerkId, cancellationToken);
        if (sheet is null)
        {
            sheet = ReceptionSheet.Start(request.DossierId, clerkId);
            context.Set<ReceptionSheet>().Add(sheet);
        }

        var now = time.GetUtcNow();
        sheet.Save(protector.Protect(content), now);
        return now;
    }
}
