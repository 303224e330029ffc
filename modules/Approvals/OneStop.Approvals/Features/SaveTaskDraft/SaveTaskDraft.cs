using OneStop.Approvals.Features.ReadTask;
using OneStop.Approvals.Runtime;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Results;

namespace OneStop.Approvals.Features.SaveTaskDraft;

/// <summary>Keeps what is being typed on a task, so that a lost connection or an expired session loses no word.</summary>
[Requires(Permissions.Work)]
internal sealed record SaveTaskDraftCommand(Guid TaskId, string Content) : ICommand;

internal sealed class SaveTaskDraftHandler(TaskDrafts drafts) : IHandler<SaveTaskDraftCommand, Done>
{
    public Task<Result<Done>> Handle(SaveTaskDraftCommand request, CancellationToken cancellationToken) =>
        drafts.KeepAsync(
            request.TaskId,
            kept =>
            {
                var typed = TaskForm.Read(request.Content);
                typed.Asking = kept.Asking;
                return typed;
            },
            cancellationToken);
}
