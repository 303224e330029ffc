using FluentValidation;
using OneStop.Approvals.Domain;
using OneStop.Approvals.Drawing;
using OneStop.Approvals.Runtime;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Results;

namespace OneStop.Approvals.Features.SubmitDraft;

/// <summary>Hands a draft to another person for review. One that could not be executed is not handed on.</summary>
[Requires(Permissions.Design)]
internal sealed record SubmitDraftCommand(Guid DraftId, long Version, string Note) : ICommand, IAudited
{
    public string? AuditSubject => DraftId.ToString();

    public string? AuditReason => Note;
}

internal sealed class SubmitDraftValidator : AbstractValidator<SubmitDraftCommand>
{
    public SubmitDraftValidator() => RuleFor(c => c.Note).ReasonGiven();
}

internal sealed class SubmitDraftHandler(DraftGate gate) : IHandler<SubmitDraftCommand, Done>
{
    public async Task<Result<Done>> Handle(SubmitDraftCommand request, CancellationToken cancellationToken)
    {
        var entered = await gate.EnterAsync(request.DraftId, request.Version, cancellationToken);
        if (!entered.TryGet(out var draft))
            return entered.AsFailure<Done>();
        if (draft.State == DraftState.InReview)
            return Error.Conflict(ApprovalErrors.DraftInReview);
        if (DraftCheck.Of(draft.Xml) is { Count: > 0 } problems)
            return Error.RuleBroken(ApprovalErrors.DraftHasProblems, problems.Count);
        draft.Submit(TaskCommandRules.Tidy(request.Note));
        return Done.Value;
    }
}
