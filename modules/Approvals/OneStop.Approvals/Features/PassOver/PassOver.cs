using OneStop.Approvals.Domain;
using OneStop.Approvals.Runtime;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Results;

namespace OneStop.Approvals.Features.PassOver;

/// <summary>The head of whoever asked goes on without a body that is silent beyond its date. It stays on record as silent.</summary>
[Requires(Permissions.Work)]
internal sealed record PassOverCommand(Guid ConsultationId, Guid CommandId, string Reason) : ICommand, IAudited
{
    public string? AuditSubject => ConsultationId.ToString();

    public string? AuditReason => Reason;
}

internal sealed class PassOverHandler(ConsultationGate gate, ConsultationBook consultations, TimeProvider time) : IHandler<PassOverCommand, Done>
{
    public async Task<Result<Done>> Handle(PassOverCommand request, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var entered = await gate.EnterAsync(request.ConsultationId, request.CommandId, AskerDeed.PassOver, cancellationToken);
        if (entered.IsFailure)
            return entered.AsFailure<Done>();
        if (entered.Value.Replayed)
            return Done.Value;
        var consultation = entered.Value.Consultation;
        if (consultation.SilentSince is null)
            return Error.RuleBroken(ConsultationErrors.NotSilentYet);
        consultations.TellAsker(consultation, "PassedOver", consultation.DossierCode, consultation.BodyName);
        return await gate.EndAsync(entered.Value, request.CommandId, ConsultationState.PassedOver, TaskCommandRules.Tidy(request.Reason), now, cancellationToken);
    }
}
