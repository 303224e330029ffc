using OneStop.Approvals.Data;
using OneStop.Approvals.Domain;
using OneStop.Approvals.Runtime;
using OneStop.Dossiers.Contracts;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Results;

namespace OneStop.Approvals.Features.AttachFile;

/// <summary>Joins a file that has been taken in to the answer of a consulted body.</summary>
[Requires(Permissions.Work)]
internal sealed record AttachFileCommand(Guid TaskId, DossierFileInfo File) : ICommand, IAnswerCommand, IAudited
{
    public string? AuditSubject => TaskId.ToString();
}

internal sealed class AttachFileHandler(AnswerFiles answers, ApprovalsDbContext context) : IHandler<AttachFileCommand, Done>
{
    public Task<Result<Done>> Handle(AttachFileCommand request, CancellationToken cancellationToken) => answers.EnterAsync<Done>(
        request,
        async place =>
        {
            if (await answers.CheckRoomAsync(place.ConsultationId, cancellationToken) is { } full)
                return full;
            context.ConsultationFiles.Add(new ConsultationFile
            {
                ConsultationId = place.ConsultationId, FileId = request.File.Id, Paper = "", Name = request.File.Name, ContentType = request.File.ContentType, Length = request.File.Length, IsAnswer = true,
            });
            return Done.Value;
        },
        cancellationToken);
}
