using Microsoft.EntityFrameworkCore;
using OneStop.Approvals.Data;
using OneStop.Approvals.Domain;
using OneStop.Approvals.Drawing;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Results;

namespace OneStop.Approvals.Features.ReadProcessFile;

/// <summary>The file of a draft, for the board and for export.</summary>
[Requires(Permissions.Design)]
internal sealed record ReadDraftFileQuery(Guid DraftId) : IQuery<ProcessFileText>;

/// <summary>The file of a published version. How a procedure is worked on is no secret among officials.</summary>
[Requires(Permissions.View)]
internal sealed record ReadVersionFileQuery(Guid VersionId) : IQuery<ProcessFileText>;

internal sealed record ProcessFileText(string Key, long Version, string Xml);

internal sealed class ReadDraftFileHandler(ApprovalsDbContext context) : IHandler<ReadDraftFileQuery, ProcessFileText>
{
    public async Task<Result<ProcessFileText>> Handle(ReadDraftFileQuery request, CancellationToken cancellationToken) =>
        await context.ProcessDrafts.AsNoTracking().Where(d => d.Id == request.DraftId).Select(d => new ProcessFileText(d.Key, d.Version, d.Xml)).SingleOrDefaultAsync(cancellationToken) is { } file
            ? file
            : Error.NotFound(ApprovalErrors.DraftMissing);
}

internal sealed class ReadVersionFileHandler(ApprovalsDbContext context) : IHandler<ReadVersionFileQuery, ProcessFileText>
{
    public async Task<Result<ProcessFileText>> Handle(ReadVersionFileQuery request, CancellationToken cancellationToken)
    {
        var file = await context.ProcessVersions.AsNoTracking().Where(v => v.Id == request.VersionId).Select(v => new ProcessFileText(v.Key, v.Number, v.Xml)).SingleOrDefaultAsync(cancellationToken);
        if (file is null)
            return Error.NotFound(ApprovalErrors.VersionMissing);
        // A version deployed without a picture is still shown as one.
        return ProcessText.Read(file.Xml) is { IsSuccess: true, Value.HasDiagram: false } ? file with { Xml = DiagramWriter.WithDiagram(file.Xml) } : file;
    }
}
