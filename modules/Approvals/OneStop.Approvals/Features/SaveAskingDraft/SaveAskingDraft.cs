using OneStop.Approvals.Runtime;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Results;

namespace OneStop.Approvals.Features.SaveAskingDraft;

/// <summary>Keeps what is being typed for the bodies to be asked.</summary>
[Requires(Permissions.Work)]
internal sealed record SaveAskingDraftCommand(Guid TaskId, string Content) : ICommand;

internal sealed class SaveAskingDraftHandler(TaskDrafts drafts) : IHandler<SaveAskingDraftCommand, Done>
{
    public Task<Result<Done>> Handle(SaveAskingDraftCommand request, CancellationToken cancellationToken) =>
        drafts.KeepAsync(
            request.TaskId,
            kept =>
            {
                kept.Asking = request.Content;
                return kept;
            },
            cancellationToken);
}
