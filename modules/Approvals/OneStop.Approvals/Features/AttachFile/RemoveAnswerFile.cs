using Microsoft.EntityFrameworkCore;
using OneStop.Approvals.Data;
using OneStop.Approvals.Runtime;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Results;

namespace OneStop.Approvals.Features.AttachFile;

/// <summary>Takes a file out of an answer that has not been given yet. Answers whether it was there.</summary>
[Requires(Permissions.Work)]
internal sealed record RemoveAnswerFileCommand(Guid TaskId, Guid FileId) : ICommand<bool>, IAnswerCommand, IAudited
{
    public string? AuditSubject => TaskId.ToString();
}

internal sealed class RemoveAnswerFileHandler(AnswerFiles answers, ApprovalsDbContext context) : IHandler<RemoveAnswerFileCommand, bool>
{
    public Task<Result<bool>> Handle(RemoveAnswerFileCommand request, CancellationToken cancellationToken) => answers.EnterAsync<bool>(
        request,
        async place =>
        {
            if (await context.ConsultationFiles.SingleOrDefaultAsync(f => f.ConsultationId == place.ConsultationId && f.FileId == request.FileId && f.IsAnswer, cancellationToken) is not { } file)
                return false;
            context.ConsultationFiles.Remove(file);
            return true;
        },
        cancellationToken);
}
