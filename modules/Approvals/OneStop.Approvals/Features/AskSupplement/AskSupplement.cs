using Microsoft.EntityFrameworkCore;
using OneStop.Approvals.Contracts;
using OneStop.Approvals.Contracts.Events;
using OneStop.Approvals.Data;
using OneStop.Approvals.Domain;
using OneStop.Approvals.Engine.Definitions;
using OneStop.Approvals.Engine.Execution;
using OneStop.Approvals.Runtime;
using OneStop.Dossiers.Contracts;
using OneStop.Kernel.Callers;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Results;
using OneStop.Kernel.Time;
using OneStop.UI;

namespace OneStop.Approvals.Features.AskSupplement;

/// <summary>
/// Asks the applicant to complete the dossier; the step and its clock stand still until the answer comes. A further request of the same agency
/// goes to a superior first, and until he agrees nothing stands still: waiting for oneself never pauses a term.
/// </summary>
[Requires(Permissions.Work)]
internal sealed record AskSupplementCommand(
    Guid TaskId, Guid CommandId, IReadOnlyList<string> Items, string Reason, string? LegalBasis, DateOnly? AnswerBy) : ICommand<AskedSupplement>, ITaskCommand, IAudited
{
    public string? AuditSubject => TaskId.ToString();
}

/// <summary>Whether it waits for a superior.</summary>
internal sealed record AskedSupplement(bool WaitsForConsent);

internal sealed class AskSupplementHandler(
    TaskGate gate, MatterStarter matters, IDossierDirectory dossiers, ApprovalsDbContext context, ICallerContext callers, TimeProvider time)
    : IHandler<AskSupplementCommand, AskedSupplement>
{
    /// <summary>Left in the step's history when a consent is asked for; also what makes a double click one request.</summary>
    public const string ConsentAsked = "ask_consent";

    public async Task<Result<AskedSupplement>> Handle(AskSupplementCommand request, CancellationToken cancellationToken)
    {
        if (request.AnswerBy is { } answerBy && answerBy <= time.GetUtcNow().VietnamDate())
            return Error.Invalid(ApprovalErrors.DateInPast, nameof(request.AnswerBy));
        return await gate.ActAsync(
            request, ActionKind.AskSupplement, entered => AskAsync(request, entered, cancellationToken),
            async task => new AskedSupplement(await IsPendingAsync(task.Id, cancellationToken)), cancellationToken);
    }

    private async Task<Result<AskedSupplement>> AskAsync(AskSupplementCommand request, EnteredTask entered, CancellationToken cancellationToken)
    {
        var (task, now) = (entered.Task, time.GetUtcNow());
        // One request of a step at a time: a second, other one would change what the superior is deciding on.
        if (await IsPendingAsync(task.Id, cancellationToken))
            return Error.Conflict(ApprovalErrors.ConsentPending);

        var allowance = await dossiers.SupplementsOfAsync(task.DossierId, task.AgencyId, cancellationToken);
        var reason = TaskCommandRules.Tidy(request.Reason);
        EngineEvent deed = allowance.NeedsConsent ? new Remark(task.Token, ConsentAsked) : new Suspend(task.Token, WaitReasons.Supplement);
        var applied = await gate.ApplyAsync(entered, deed, gate.Deed(entered, StepOutcomes.AskSupplement, reason), cancellationToken, reason);
        if (applied.IsFailure)
            return applied.AsFailure<AskedSupplement>();

        string[] items = [.. request.Items.Select(TaskCommandRules.Tidy).Where(item => item.Length > 0)];
        var basis = string.IsNullOrWhiteSpace(request.LegalBasis) ? null : TaskCommandRules.Tidy(request.LegalBasis);
        if (allowance.NeedsConsent)
        {
            var started = await matters.StartAsync(Consent(request, task, allowance, items, reason, basis, now), cancellationToken);
            return started.IsFailure ? started.AsFailure<AskedSupplement>() : new AskedSupplement(WaitsForConsent: true);
        }

        context.Raise(new SupplementAsked(task.DossierId, task.Id, callers.Caller.Id, callers.Caller.Name, task.AgencyId, items, reason, basis, request.AnswerBy, now), now);
        return new AskedSupplement(WaitsForConsent: false);
    }

    private Task<bool> IsPendingAsync(Guid taskId, CancellationToken cancellationToken) =>
        context.Instances.AnyAsync(i => i.AskingTaskId == taskId && i.EndedAt == null, cancellationToken);

    private MatterStart Consent(
        AskSupplementCommand request, WorkTask task, SupplementAllowance allowance, string[] items, string reason, string? basis, DateTimeOffset now) => new(
        task.DossierId, DerivedId.From(request.CommandId, "consent"), Matters.SupplementConsent, task.AgencyId, DerivedId.From(request.CommandId, "start"),
        new Dictionary<string, string>
        {
            [StepFields.AskedByName] = callers.Caller.Name,
            [StepFields.SupplementNumber] = (allowance.Asked + 1).ToString(System.Globalization.CultureInfo.InvariantCulture),
            [StepFields.SupplementItems] = string.Join('\n', items.Select(item => item.ReplaceLineEndings(" "))),
            [StepFields.SupplementReason] = reason,
            [StepFields.SupplementBasis] = basis ?? "",
            [StepFields.SupplementAnswerBy] = DateText.Write(request.AnswerBy) ?? "",
        },
        now)
        {
            DepartmentId = task.DepartmentId, AskingTaskId = task.Id, AskedById = callers.Caller.Id, AskedByName = callers.Caller.Name,
        };
}
