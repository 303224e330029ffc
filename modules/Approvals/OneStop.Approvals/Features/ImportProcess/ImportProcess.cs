using OneStop.Approvals.Data;
using OneStop.Approvals.Domain;
using OneStop.Approvals.Drawing;
using OneStop.Kernel.Callers;
using OneStop.Kernel.Data;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Results;

namespace OneStop.Approvals.Features.ImportProcess;

/// <summary>Takes a BPMN file in as a draft, as it is; only a file without a diagram is given one. It may be mended on the board before it can be published.</summary>
[Requires(Permissions.Design)]
internal sealed record ImportProcessCommand(byte[] Content) : ICommand<ImportedDraft>;

internal sealed record ImportedDraft(Guid Id, bool WasLaidOut);

internal sealed class ImportProcessHandler(ApprovalsDbContext context, ICallerContext callers, TimeProvider time) : IHandler<ImportProcessCommand, ImportedDraft>
{
    public Task<Result<ImportedDraft>> Handle(ImportProcessCommand request, CancellationToken cancellationToken)
    {
        var read = ProcessText.Read(request.Content);
        if (!read.TryGet(out var file))
            return Task.FromResult(read.AsFailure<ImportedDraft>());
        var now = time.GetUtcNow();
        var caller = callers.Caller;
        var draft = new ProcessDraft
        {
            Id = EntityId.New(now),
            Key = file.Key,
            Name = file.Name,
            Xml = file.HasDiagram ? file.Xml : DiagramWriter.WithDiagram(file.Xml),
            CreatedById = caller.AccountId,
            CreatedByName = caller.Name,
            EditedByName = caller.Name,
        };
        draft.Edited(caller.AccountId, caller.Name, now);
        context.ProcessDrafts.Add(draft);
        return Task.FromResult<Result<ImportedDraft>>(new ImportedDraft(draft.Id, !file.HasDiagram));
    }
}
