using FluentValidation;
using Microsoft.EntityFrameworkCore;
using OneStop.Approvals.Contracts.Events;
using OneStop.Approvals.Data;
using OneStop.Approvals.Domain;
using OneStop.Approvals.Engine.Execution;
using OneStop.Approvals.Runtime;
using OneStop.Kernel.Callers;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Results;

namespace OneStop.Approvals.Features.CancelInstance;

/// <summary>Ends a process that cannot be mended. The dossier stops with it and the applicant is told, so its code must be written out again.</summary>
[Requires(Permissions.Operate)]
internal sealed record CancelInstanceCommand(Guid IncidentId, Guid CommandId, string? ConfirmedCode, string Why) : ICommand, IIncidentCommand;

internal sealed class CancelInstanceValidator : AbstractValidator<CancelInstanceCommand>
{
    public CancelInstanceValidator()
    {
        this.IncidentRules();
        RuleFor(c => c.ConfirmedCode).NotEmpty().WithErrorCode(CommonErrors.Required);
    }
}

internal sealed class CancelInstanceHandler(ApprovalsDbContext context, IncidentDesk desk, ICallerContext callers, TimeProvider time) : IHandler<CancelInstanceCommand, Done>
{
    private const string Outcome = "cancelled";
    private const int AcceptedStatus = 2;

    public async Task<Result<Done>> Handle(CancelInstanceCommand request, CancellationToken cancellationToken)
    {
        var opened = await desk.EnterAsync(request.IncidentId, request.CommandId, cancellationToken);
        if (!opened.TryGet(out var entered))
            return opened.AsFailure<Done>();
        if (entered.Replayed)
            return Done.Value;
        var instance = entered.Instance;
        // Whoever opened the matter waits for its decision; ending it here would leave the paper without any.
        if (instance.IsMatter)
            return Error.RuleBroken(ApprovalErrors.MatterNotCancellable);
        if (!string.Equals(request.ConfirmedCode!.Trim(), instance.DossierCode, StringComparison.OrdinalIgnoreCase))
            return Error.Invalid(ApprovalErrors.CancelNotConfirmed, nameof(request.ConfirmedCode));

        // An accepted dossier (2) becomes one being processed (4) before anything can stop it.
        if (!await context.Tasks.AnyAsync(t => t.InstanceId == instance.Id && t.StatusCode > AcceptedStatus, cancellationToken))
            return Error.RuleBroken(ApprovalErrors.CancelTooEarly);

        var why = TaskCommandRules.Tidy(request.Why);
        var done = await desk.DoAsync(entered, request.CommandId, OperatorDeeds.Cancel, new Terminate(Outcome), why, null, [], cancellationToken);
        if (done.IsFailure)
            return done;
        var now = time.GetUtcNow();
        if (instance.HasDossier)
            context.Raise(new ProcessCancelled(instance.DossierId, callers.Caller.AccountId, callers.Caller.Name, why, now), now);
        return Done.Value;
    }
}
