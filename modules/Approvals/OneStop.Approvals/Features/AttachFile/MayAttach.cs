using OneStop.Approvals.Runtime;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Results;

namespace OneStop.Approvals.Features.AttachFile;

/// <summary>Asked before the bytes are taken in, so that nobody sends 200 MB for nothing. Answers the dossier.</summary>
[Requires(Permissions.Work)]
internal sealed record MayAttachCommand(Guid TaskId) : ICommand<Guid>, IAnswerCommand;

internal sealed class MayAttachHandler(AnswerFiles answers) : IHandler<MayAttachCommand, Guid>
{
    public Task<Result<Guid>> Handle(MayAttachCommand request, CancellationToken cancellationToken) => answers.EnterAsync<Guid>(
        request, async place => await answers.CheckRoomAsync(place.ConsultationId, cancellationToken) is { } full ? full : place.DossierId, cancellationToken);
}
