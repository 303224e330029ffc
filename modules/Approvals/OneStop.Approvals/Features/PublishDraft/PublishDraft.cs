using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using OneStop.Approvals.Data;
using OneStop.Approvals.Domain;
using OneStop.Approvals.Drawing;
using OneStop.Approvals.Engine.Bpmn;
using OneStop.Approvals.Runtime;
using OneStop.Kernel.Callers;
using OneStop.Kernel.Data;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Results;
using OneStop.Kernel.Time;

namespace OneStop.Approvals.Features.PublishDraft;

/// <summary>The reviewer makes a draft the version on which dossiers start from a day on. What runs already stays on its own version.</summary>
[Requires(Permissions.Design)]
internal sealed record PublishDraftCommand(Guid DraftId, long Version, DateOnly? ValidFrom) : ICommand<Guid>, IAudited
{
    public string? AuditSubject => DraftId.ToString();
}

internal sealed class PublishDraftHandler(ApprovalsDbContext context, DraftGate gate, ProcessStarts starts, IDatabase database, ICallerContext callers, TimeProvider time)
    : IHandler<PublishDraftCommand, Guid>
{
    public async Task<Result<Guid>> Handle(PublishDraftCommand request, CancellationToken cancellationToken)
    {
        await database.LockAsync(context, "approvals:deploy", cancellationToken);
        var entered = await gate.EnterAsync(request.DraftId, request.Version, cancellationToken);
        if (!entered.TryGet(out var draft))
            return entered.AsFailure<Guid>();
        var now = time.GetUtcNow();
        if (draft.State != DraftState.InReview)
            return Error.Conflict(ApprovalErrors.DraftNotInReview);
        if (draft.IsWorkOf(callers.Caller.AccountId))
            return Error.RuleBroken(ApprovalErrors.OwnDraft);
        if (request.ValidFrom is not { } from)
            return Error.Invalid(CommonErrors.Required, nameof(request.ValidFrom));
        if (from < now.VietnamDate())
            return Error.Invalid(ApprovalErrors.VersionInPast, nameof(request.ValidFrom));
        if (DraftCheck.Of(draft.Xml) is { Count: > 0 } problems)
            return Error.RuleBroken(ApprovalErrors.DraftHasProblems, problems.Count);

        var last = await context.ProcessVersions.Where(v => v.Key == draft.Key).MaxAsync(v => (int?)v.Number, cancellationToken) ?? 0;
        var version = new ProcessVersion
        {
            Id = EntityId.New(now),
            Key = draft.Key,
            Number = last + 1,
            Name = draft.Name,
            Xml = draft.Xml,
            Sha256 = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(draft.Xml))),
            ValidFrom = from,
            DeployedAt = now,
            DrawnByName = draft.EditedByName,
            PublishedByName = callers.Caller.Name,
            Note = draft.Note,
        };
        context.ProcessVersions.Add(version);
        starts.Plan(version, BpmnCompiler.Compile(draft.Xml).Processes[0], now);
        context.ProcessDrafts.Remove(draft);
        return version.Id;
    }
}
