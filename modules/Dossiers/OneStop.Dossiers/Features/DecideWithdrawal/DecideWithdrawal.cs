using Microsoft.EntityFrameworkCore;
using OneStop.Dossiers.Components;
using OneStop.Dossiers.Contracts.Events;
using OneStop.Dossiers.Data;
using OneStop.Dossiers.Domain;
using OneStop.Kernel.Live;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Results;

namespace OneStop.Dossiers.Features.DecideWithdrawal;

[Requires(DeskPermissions.Receive)]
internal sealed record DecideWithdrawal(Guid DossierId, long Version, bool? Grant, string? Reason) : ICommand, IAudited
{
    public string AuditSubject => DossierId.ToString();
}

internal sealed class DecideWithdrawalHandler(DossiersDbContext context, DeskScope scope, CitizenNotices notices, ILiveFeed live, TimeProvider time)
    : IHandler<DecideWithdrawal, Done>
{
    private const string WithdrawnCode = "withdrawn";

    public async Task<Result<Done>> Handle(DecideWithdrawal request, CancellationToken cancellationToken)
    {
        var loaded = await context.Dossiers.Include(d => d.Pauses).Include(d => d.Steps).FirstOrDefaultAsync(d => d.Id == request.DossierId, cancellationToken);
        var allowed = scope.Require(loaded, DeskPermissions.Receive, request.Version);
        if (!allowed.TryGet(out var dossier))
            return allowed.AsFailure<Done>();

        var now = time.GetUtcNow();
        var reason = string.IsNullOrWhiteSpace(request.Reason) ? null : InputText.Keep(request.Reason);
        var decided = request.Grant == true ? dossier.ApproveWithdrawal(reason, scope.Clerk, now) : dossier.RefuseWithdrawal(reason ?? "", scope.Clerk, now);
        if (decided.IsFailure)
            return decided;

        if (request.Grant == true)
        {
            if (dossier.AcceptedAt is not null)
                context.Raise(new DossierStopped(dossier.Id, WithdrawnCode, now), now);
            notices.Tell(dossier, NoticeKind.Withdrawn, now);
        }
        else
        {
            if (dossier.AcceptedAt is not null)
                context.Raise(new WithdrawalRefused(dossier.Id, now), now);
            notices.Tell(dossier, NoticeKind.WithdrawalRefused, now);
        }

        context.AfterCommit(() => live.Publish(ReceptionTopics.Of(dossier.ReceivingAgencyId)));
        return Done.Value;
    }
}
