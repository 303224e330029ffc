using Microsoft.EntityFrameworkCore;
using OneStop.Dossiers.Components;
using OneStop.Dossiers.Data;
using OneStop.Dossiers.Domain;
using OneStop.Kernel.Live;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Results;

namespace OneStop.Dossiers.Features.ReturnResultAtDesk;

// Only for processes without a step for it; otherwise the hand-over is that step's deed.
[Requires(DeskPermissions.ReturnResult)]
internal sealed record ReturnResultAtDesk(Guid DossierId, long Version, string? ReceivedBy, string? Method) : ICommand, IAudited
{
    public string AuditSubject => DossierId.ToString();
}

internal sealed class ReturnResultAtDeskHandler(DossiersDbContext context, DeskScope scope, CitizenNotices notices, ILiveFeed live, TimeProvider time)
    : IHandler<ReturnResultAtDesk, Done>
{
    public async Task<Result<Done>> Handle(ReturnResultAtDesk request, CancellationToken cancellationToken)
    {
        var loaded = await context.Dossiers.Include(d => d.Steps).FirstOrDefaultAsync(d => d.Id == request.DossierId, cancellationToken);
        var allowed = scope.Require(loaded, DeskPermissions.ReturnResult, request.Version);
        if (!allowed.TryGet(out var dossier))
            return allowed.AsFailure<Done>();
        if (dossier.Steps.Any(s => s.CompletedAt is null && !s.IsOpinion))
            return Error.RuleBroken(DeskErrors.ReturnInProcess);

        var now = time.GetUtcNow();
        var returned = dossier.Return(HandOver.Describe(request.ReceivedBy!, request.Method!), scope.Clerk, now);
        if (returned.IsFailure)
            return returned;

        notices.Tell(dossier, NoticeKind.Returned, now);
        context.AfterCommit(() => live.Publish(ReceptionTopics.Of(dossier.ReceivingAgencyId)));
        return Done.Value;
    }
}
