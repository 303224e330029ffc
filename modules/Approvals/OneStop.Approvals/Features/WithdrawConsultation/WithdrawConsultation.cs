using OneStop.Approvals.Domain;
using OneStop.Approvals.Runtime;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Results;

namespace OneStop.Approvals.Features.WithdrawConsultation;

/// <summary>Takes a question back; the body is told why.</summary>
[Requires(Permissions.Work)]
internal sealed record WithdrawConsultationCommand(Guid ConsultationId, Guid CommandId, string Reason) : ICommand, IAudited
{
    public string? AuditSubject => ConsultationId.ToString();

    public string? AuditReason => Reason;
}

internal sealed class WithdrawConsultationHandler(ConsultationGate gate, TimeProvider time)
    : IHandler<WithdrawConsultationCommand, Done>
{
    public async Task<Result<Done>> Handle(WithdrawConsultationCommand request, CancellationToken cancellationToken)
    {
        var entered = await gate.EnterAsync(request.ConsultationId, request.CommandId, AskerDeed.Withdraw, cancellationToken);
        if (entered.IsFailure)
            return entered.AsFailure<Done>();
        if (entered.Value.Replayed)
            return Done.Value;
        return await gate.EndAsync(entered.Value, request.CommandId, ConsultationState.Withdrawn, TaskCommandRules.Tidy(request.Reason), time.GetUtcNow(), cancellationToken);
    }
}
