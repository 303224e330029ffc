using Microsoft.EntityFrameworkCore;
using OneStop.Approvals.Data;
using OneStop.Approvals.Domain;
using OneStop.Approvals.Drawing;
using OneStop.Approvals.Engine.Bpmn;
using OneStop.Approvals.Engine.Definitions;
using OneStop.Approvals.Runtime;
using OneStop.Approvals.Features.SaveDraft;
using OneStop.Kernel.Callers;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Results;
using OneStop.Kernel.Time;

namespace OneStop.Approvals.Features.EditProcess;

/// <summary>A draft as the page around the board shows it, with what the compiler says about it now.</summary>
[Requires(Permissions.Design)]
internal sealed record ReadDraftQuery(Guid DraftId) : IQuery<DraftView>;

internal sealed record DraftView(
    Guid Id, string Key, string Name, DraftState State, long Version, string EditedByName, DateTimeOffset EditedAt, bool IsMine, string? Note, string? ReturnReason, string? ReturnedByName,
    Guid? ComparedWithId, IReadOnlyList<DraftProblem> Problems)
{
    /// <summary>By what the process begins without a dossier, to be seen before it is published.</summary>
    public IReadOnlyList<DraftStart> Starts { get; init; } = [];
}

/// <summary>A start by an event: its name as drawn, the message, signal or time, and when a timer comes first if it were published today.</summary>
internal sealed record DraftStart(string Element, EventKind Kind, string Value, TimerKind? Timer, DateTimeOffset? First);

internal sealed class ReadDraftHandler(ApprovalsDbContext context, ICallerContext callers, TimeProvider time) : IHandler<ReadDraftQuery, DraftView>
{
    public async Task<Result<DraftView>> Handle(ReadDraftQuery request, CancellationToken cancellationToken)
    {
        if (await context.ProcessDrafts.AsNoTracking().SingleOrDefaultAsync(d => d.Id == request.DraftId, cancellationToken) is not { } draft)
            return Error.NotFound(ApprovalErrors.DraftMissing);
        var today = time.GetUtcNow().VietnamDate();
        var compared = draft.BasedOnId ?? await context.ProcessVersions.Where(v => v.Key == draft.Key && v.ValidFrom <= today)
            .OrderByDescending(v => v.ValidFrom).ThenByDescending(v => v.Number).Select(v => (Guid?)v.Id).FirstOrDefaultAsync(cancellationToken);
        return new DraftView(
            draft.Id, draft.Key, draft.Name, draft.State, draft.Version, draft.EditedByName, draft.EditedAt, draft.IsWorkOf(callers.Caller.AccountId), draft.Note, draft.ReturnReason,
            draft.ReturnedByName, compared, [.. DraftCheck.Of(draft.Xml).Select(p => new DraftProblem(p.Code, p.ElementId, p.Line, p.Detail))])
        {
            Starts = StartsOf(draft.Xml, today, time.GetUtcNow()),
        };
    }

    private static DraftStart[] StartsOf(string xml, DateOnly today, DateTimeOffset now)
    {
        if (BpmnCompiler.Compile(xml) is not { IsDeployable: true } compiled)
            return [];
        return
        [
            .. compiled.Processes[0].Root.Triggers.SelectMany(start => start.Events.Select(spec => new DraftStart(
                start.Name.Length > 0 ? start.Name : start.Id, spec.Kind, spec.Timer?.Value ?? spec.Name ?? "", spec.Timer?.Kind,
                spec.Timer is { } timer && ProcessStarts.DueOf(timer, today, now) is { } due ? ProcessStarts.FirstOf(due, today, now) : null))),
        ];
    }
}
