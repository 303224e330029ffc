using Microsoft.EntityFrameworkCore;
using OneStop.Approvals.Data;
using OneStop.Approvals.Domain;
using OneStop.Approvals.Drawing;
using OneStop.Kernel.Callers;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Results;

namespace OneStop.Approvals.Features.SaveDraft;

/// <summary>Keeps what has been drawn, on top of the version that was read. Who saves second on the same version is refused and keeps the drawing.</summary>
[Requires(Permissions.Design)]
internal sealed record SaveDraftCommand(Guid DraftId, long Version, string Xml) : ICommand<SavedDraft>, IAudited
{
    public string? AuditSubject => DraftId.ToString();
}

internal sealed record SavedDraft(long Version, DateTimeOffset SavedAt, IReadOnlyList<DraftProblem> Problems);

/// <summary>The element is empty where the file as a whole is meant.</summary>
internal sealed record DraftProblem(string Code, string ElementId, int Line, string Detail);

internal sealed class SaveDraftHandler(ApprovalsDbContext context, ICallerContext callers, TimeProvider time) : IHandler<SaveDraftCommand, SavedDraft>
{
    public async Task<Result<SavedDraft>> Handle(SaveDraftCommand request, CancellationToken cancellationToken)
    {
        if (await context.ProcessDrafts.SingleOrDefaultAsync(d => d.Id == request.DraftId, cancellationToken) is not { } draft)
            return Error.NotFound(ApprovalErrors.DraftMissing);
        var read = ProcessText.Read(request.Xml);
        if (!read.TryGet(out var file))
            return read.AsFailure<SavedDraft>();
        var xml = KeptComments.Merge(draft.Xml, file.Xml);
        DraftProblem[] problems = [.. DraftCheck.Of(xml).Select(p => new DraftProblem(p.Code, p.ElementId, p.Line, p.Detail))];
        // Sent again because the answer was lost: it is there already.
        if (draft.Xml == xml)
            return new SavedDraft(draft.Version, draft.EditedAt, problems);
        if (draft.State == DraftState.InReview)
            return Error.Conflict(ApprovalErrors.DraftInReview);
        if (draft.Version != request.Version)
            return DraftGate.Changed(draft);

        var now = time.GetUtcNow();
        draft.Xml = xml;
        draft.Key = file.Key;
        draft.Name = file.Name;
        draft.Edited(callers.Caller.AccountId, callers.Caller.Name, now);
        await context.SaveChangesAsync(cancellationToken);
        return new SavedDraft(draft.Version, now, problems);
    }
}
