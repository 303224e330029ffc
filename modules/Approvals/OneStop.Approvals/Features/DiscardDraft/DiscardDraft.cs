using OneStop.Approvals.Data;
using OneStop.Approvals.Drawing;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Results;

namespace OneStop.Approvals.Features.DiscardDraft;

/// <summary>Throws a draft away, as it was last read: not what a colleague has saved since.</summary>
[Requires(Permissions.Design)]
internal sealed record DiscardDraftCommand(Guid DraftId, long Version) : ICommand, IAudited
{
    public string? AuditSubject => DraftId.ToString();
}

internal sealed class DiscardDraftHandler(ApprovalsDbContext context, DraftGate gate) : IHandler<DiscardDraftCommand, Done>
{
    public async Task<Result<Done>> Handle(DiscardDraftCommand request, CancellationToken cancellationToken)
    {
        var entered = await gate.EnterAsync(request.DraftId, request.Version, cancellationToken);
        if (!entered.TryGet(out var draft))
            return entered.AsFailure<Done>();
        context.ProcessDrafts.Remove(draft);
        return Done.Value;
    }
}
