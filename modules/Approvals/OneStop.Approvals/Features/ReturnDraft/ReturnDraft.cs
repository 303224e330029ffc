using FluentValidation;
using OneStop.Approvals.Domain;
using OneStop.Approvals.Drawing;
using OneStop.Approvals.Runtime;
using OneStop.Kernel.Callers;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Results;

namespace OneStop.Approvals.Features.ReturnDraft;

/// <summary>Sends a draft back to the board, by the reviewer or by the one who has handed it in too early.</summary>
[Requires(Permissions.Design)]
internal sealed record ReturnDraftCommand(Guid DraftId, long Version, string Reason) : ICommand, IAudited
{
    public string? AuditSubject => DraftId.ToString();

    public string? AuditReason => Reason;
}

internal sealed class ReturnDraftValidator : AbstractValidator<ReturnDraftCommand>
{
    public ReturnDraftValidator() => RuleFor(c => c.Reason).ReasonGiven();
}

internal sealed class ReturnDraftHandler(DraftGate gate, ICallerContext callers) : IHandler<ReturnDraftCommand, Done>
{
    public async Task<Result<Done>> Handle(ReturnDraftCommand request, CancellationToken cancellationToken)
    {
        var entered = await gate.EnterAsync(request.DraftId, request.Version, cancellationToken);
        if (!entered.TryGet(out var draft))
            return entered.AsFailure<Done>();
        if (draft.State != DraftState.InReview)
            return Error.Conflict(ApprovalErrors.DraftNotInReview);
        draft.Return(TaskCommandRules.Tidy(request.Reason), callers.Caller.Name);
        return Done.Value;
    }
}
