using OneStop.Dossiers.Components;
using OneStop.Dossiers.Contracts.Events;
using OneStop.Dossiers.Data;
using OneStop.Dossiers.Domain;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Results;

namespace OneStop.Dossiers.Features.AskWithdrawal;

// The citizen asks for the dossier back, with a reason, until the result is signed. Asked twice is asked once.
[Requires(Permissions.Own)]
internal sealed record AskWithdrawal(Guid Id, string Reason) : ICommand, IAudited
{
    public string? AuditSubject => Id.ToString();
}

internal sealed class AskWithdrawalHandler(DossiersDbContext context, OwnDossiers own, DeskNotice desk, TimeProvider time) : IHandler<AskWithdrawal, Done>
{
    public async Task<Result<Done>> Handle(AskWithdrawal request, CancellationToken cancellationToken)
    {
        if (await own.LockAsync(request.Id, cancellationToken) is not { } dossier)
            return Error.NotFound(DossierErrors.Missing);
        if (dossier.Status == DossierStatus.WithdrawalAsked)
            return Done.Value;

        var reason = InputText.Keep(request.Reason);
        if (InputText.Check(reason, Dossier.ReasonLength) == TextFault.DirectionOverride)
            return Error.Invalid(CommonErrors.BadCharacters, nameof(AskWithdrawal.Reason));
        var now = time.GetUtcNow();
        var asked = dossier.AskWithdrawal(reason, own.Actor, now);
        if (asked.IsFailure)
            return asked;
        if (dossier.AcceptedAt is not null)
            context.Raise(new WithdrawalAsked(dossier.Id, now), now);
        desk.Changed(dossier);
        return Done.Value;
    }
}
