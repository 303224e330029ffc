using Microsoft.EntityFrameworkCore;
using OneStop.Approvals.Contracts;
using OneStop.Documents.Contracts;
using OneStop.Dossiers.Components;
using OneStop.Dossiers.Contracts.Events;
using OneStop.Dossiers.Data;
using OneStop.Dossiers.Domain;
using OneStop.Dossiers.Integrations;
using OneStop.Kernel.Callers;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Results;

namespace OneStop.Dossiers.Features.CorrectResult;

// Status 9 back to 4 is only for an error in the result. Who signed for the agency mends it, signs anew and the paper is issued under a new number,
// in one deed: the citizen never holds two valid ones.
[Requires(DeskPermissions.CorrectResult)]
internal sealed record CorrectResult(Guid DossierId, long Version, string? Reason, string? Subject, string? Body) : ICommand<string>, IAudited
{
    public string AuditSubject => DossierId.ToString();

    public string? AuditReason => Reason;
}

internal sealed class CorrectResultHandler(
    DossiersDbContext context, ICallerContext callers, PermissionCatalogue permissions, ResultIssuer issuer, ProtectedFacts facts, CitizenNotices notices, TimeProvider time)
    : IHandler<CorrectResult, string>
{
    public async Task<Result<string>> Handle(CorrectResult request, CancellationToken cancellationToken)
    {
        var dossier = await context.Dossiers.Include(d => d.Steps).Include(d => d.Pauses).AsSplitQuery().FirstOrDefaultAsync(d => d.Id == request.DossierId, cancellationToken);
        var result = await context.Set<DossierResult>().FirstOrDefaultAsync(r => r.DossierId == request.DossierId, cancellationToken);
        if (dossier is null || result is not { FileId: { } former, NumberAndSymbol: { } number, SigningAgencyId: { } agencyId, SigningAgencyName: { } agencyName })
            return Error.NotFound(DossierErrors.Missing);
        var post = permissions.AssignmentsFor(callers.Caller, DeskPermissions.CorrectResult).FirstOrDefault(a => a.AgencyId == agencyId);
        if (post is null)
            return Error.NotFound(DossierErrors.Missing);
        if (dossier.Version != request.Version)
            return Error.Conflict(DeskErrors.ChangedByColleague);

        var now = time.GetUtcNow();
        var leader = new Actor(callers.Caller.AccountId, callers.Caller.Name, DossierRole.Leader);
        var reason = InputText.Keep(request.Reason!);
        var begun = dossier.CorrectResult(reason, leader, now);
        if (begun.IsFailure)
            return begun.AsFailure<string>();

        context.Raise(new PaperRevoked(dossier.Id, PaperCode.Of(dossier.Id, ResultIssuer.PaperKind, former), reason, now), now);
        var draft = facts.ReadAnswers(result.DraftProtected);
        draft[StepFields.ResultSubject] = InputText.Keep(request.Subject!);
        draft[StepFields.ResultBody] = InputText.Keep(request.Body!);
        result.Draft(facts.Protect(draft));
        result.Sign(leader.Id, leader.Name, post.Title, agencyId, agencyName, now);
        var symbol = number[(number.IndexOf('/', StringComparison.Ordinal) + 1)..];
        var issued = await issuer.IssueAsync(dossier, result, new Dictionary<string, string> { [StepFields.DocumentSymbol] = symbol }, now, cancellationToken);
        if (issued.IsFailure)
            return issued.AsFailure<string>();

        var finished = dossier.Finish(Actor.System, now);
        if (finished.IsFailure)
            return finished.AsFailure<string>();
        notices.Tell(dossier, NoticeKind.ResultReady, now);
        return result.NumberAndSymbol!;
    }
}
