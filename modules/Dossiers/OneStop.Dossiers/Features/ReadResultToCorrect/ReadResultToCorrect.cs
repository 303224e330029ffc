using Microsoft.EntityFrameworkCore;
using OneStop.Approvals.Contracts;
using OneStop.Dossiers.Data;
using OneStop.Dossiers.Domain;
using OneStop.Dossiers.Integrations;
using OneStop.Kernel.Callers;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Results;

namespace OneStop.Dossiers.Features.ReadResultToCorrect;

// What stands in an issued result that has not been handed over, for the agency that signed it.
[Requires(DeskPermissions.CorrectResult)]
internal sealed record ReadResultToCorrect(Guid DossierId) : IQuery<ResultToCorrect>;

internal sealed record ResultToCorrect(long Version, string Code, string ProcedureName, string Number, string Subject, string Body);

internal sealed class ReadResultToCorrectHandler(DossiersDbContext context, ICallerContext callers, PermissionCatalogue permissions, ProtectedFacts facts)
    : IHandler<ReadResultToCorrect, ResultToCorrect>
{
    public async Task<Result<ResultToCorrect>> Handle(ReadResultToCorrect request, CancellationToken cancellationToken)
    {
        var agencies = permissions.AssignmentsFor(callers.Caller, DeskPermissions.CorrectResult).Select(a => a.AgencyId).ToHashSet();
        var dossier = await context.Dossiers.AsNoTracking().FirstOrDefaultAsync(d => d.Id == request.DossierId && d.Status == DossierStatus.Finished, cancellationToken);
        var result = await context.Set<DossierResult>().AsNoTracking().FirstOrDefaultAsync(r => r.DossierId == request.DossierId, cancellationToken);
        if (dossier is null || result is not { NumberAndSymbol: { } number, SigningAgencyId: { } agency } || !agencies.Contains(agency))
            return Error.NotFound(DossierErrors.Missing);
        var draft = facts.ReadAnswers(result.DraftProtected);
        return new ResultToCorrect(
            dossier.Version, dossier.Code ?? "", dossier.ProcedureName, number, draft.GetValueOrDefault(StepFields.ResultSubject) is { Length: > 0 } subject ? subject : dossier.ProcedureName,
            draft.GetValueOrDefault(StepFields.ResultBody) ?? "");
    }
}
