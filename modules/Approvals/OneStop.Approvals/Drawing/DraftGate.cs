using Microsoft.EntityFrameworkCore;
using OneStop.Approvals.Data;
using OneStop.Approvals.Domain;
using OneStop.Kernel.Results;
using OneStop.Kernel.Time;

namespace OneStop.Approvals.Drawing;

/// <summary>The one door to changing a draft: it exists, and nobody has saved another since it was read.</summary>
internal sealed class DraftGate(ApprovalsDbContext context)
{
    public async Task<Result<ProcessDraft>> EnterAsync(Guid draftId, long version, CancellationToken cancellationToken)
    {
        if (await context.ProcessDrafts.SingleOrDefaultAsync(d => d.Id == draftId, cancellationToken) is not { } draft)
            return Error.NotFound(ApprovalErrors.DraftMissing);
        return draft.Version == version ? draft : Changed(draft);
    }

    public static Error Changed(ProcessDraft draft) => Error.Conflict(
        ApprovalErrors.DraftChanged, draft.EditedByName, draft.EditedAt.ToVietnam().ToString("HH:mm dd/MM/yyyy", System.Globalization.CultureInfo.InvariantCulture));
}
