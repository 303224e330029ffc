using Microsoft.AspNetCore.Http;
using OneStop.Approvals.Features.AttachFile;
using OneStop.Dossiers.Contracts;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Results;

namespace OneStop.Approvals;

/// <summary>One file from the wire into an answer: allowed, taken in, joined.</summary>
internal sealed class AnswerUpload(IDispatcher dispatcher, IOpinionFiles files)
{
    public async Task<Result<AttachedFile>> TakeAsync(Guid taskId, HttpRequest request)
    {
        var stop = request.HttpContext.RequestAborted;
        var may = await dispatcher.Send(new MayAttachCommand(taskId), stop);
        if (!may.TryGet(out var dossier))
            return may.AsFailure<AttachedFile>();
        var taken = await files.TakeAsync(dossier, request.Body, Uri.UnescapeDataString(request.Headers["X-File-Name"].ToString()), stop);
        if (!taken.TryGet(out var file))
            return taken.AsFailure<AttachedFile>();
        var joined = await dispatcher.Send(new AttachFileCommand(taskId, file), CancellationToken.None);
        if (joined.IsSuccess)
            return new AttachedFile(file.Id, file.Name, file.Length, file.Url, ApprovalsUrls.RemovalOf(taskId, file.Id));
        await files.DropAsync(file.Id, CancellationToken.None);
        return joined.AsFailure<AttachedFile>();
    }

    public async Task<Result<Done>> RemoveAsync(Guid taskId, Guid fileId, CancellationToken cancellationToken)
    {
        var removed = await dispatcher.Send(new RemoveAnswerFileCommand(taskId, fileId), cancellationToken);
        if (!removed.TryGet(out var wasThere))
            return removed.AsFailure<Done>();
        // Only what belonged to this answer: another id would forget a file of somebody else's.
        if (wasThere)
            await files.DropAsync(fileId, CancellationToken.None);
        return Done.Value;
    }
}

/// <summary>A file of an answer, in the shape that upload.js reads.</summary>
internal sealed record AttachedFile(Guid Id, string Name, long Size, string Url, string RemoveUrl);
