using Microsoft.EntityFrameworkCore;
using OneStop.Catalogue.Contracts;
using OneStop.Dossiers.Components;
using OneStop.Dossiers.Data;
using OneStop.Dossiers.Domain;
using OneStop.Dossiers.Features.OnFormRequested;
using OneStop.Kernel.Live;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Results;
using OneStop.Kernel.Time;

namespace OneStop.Dossiers.Features.AskSupplementAtDesk;

// Before acceptance: no clock runs yet, and the citizen may also change what was answered.
[Requires(DeskPermissions.Receive)]
internal sealed record AskSupplementAtDesk(Guid DossierId, long Version, string? Items, string? Reason, DateOnly? AnswerBy) : ICommand, IAudited
{
    public string AuditSubject => DossierId.ToString();
}

internal sealed class AskSupplementAtDeskHandler(DossiersDbContext context, DeskScope scope, ICatalogue catalogue, DossierClock clock, ILiveFeed live, TimeProvider time)
    : IHandler<AskSupplementAtDesk, Done>
{
    public async Task<Result<Done>> Handle(AskSupplementAtDesk request, CancellationToken cancellationToken)
    {
        var loaded = await context.Dossiers.Include(d => d.Supplements).FirstOrDefaultAsync(d => d.Id == request.DossierId, cancellationToken);
        var allowed = scope.Require(loaded, DeskPermissions.Receive, request.Version);
        if (!allowed.TryGet(out var dossier))
            return allowed.AsFailure<Done>();
        if (dossier.AcceptedAt is not null)
            return Error.RuleBroken(DossierErrors.AlreadyAccepted);

        var now = time.GetUtcNow();
        if (request.AnswerBy < now.VietnamDate())
            return Error.Invalid(DeskErrors.DayInPast, nameof(request.AnswerBy));

        var procedure = await catalogue.FindVersionAsync(dossier.ProcedureVersionId, cancellationToken);
        var stops = await clock.StopsAfterAsync(dossier, procedure?.Clock.StopAfter, request.AnswerBy, now, cancellationToken);
        if (stops.IsFailure)
            return stops.AsFailure<Done>();

        var items = InputText.Keep(request.Items!).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var ask = new SupplementAsk(items, InputText.Keep(request.Reason!), null, request.AnswerBy, dossier.ReceivingAgencyId, dossier.ReceivingAgencyName, StopsAfter: stops.Value);
        var asked = dossier.AskSupplement(ask, scope.Clerk, now);
        if (asked.IsFailure)
            return asked.AsFailure<Done>();

        context.Raise(FormRequested.Supplement(dossier.Id, asked.Value.Id), now);
        context.AfterCommit(() => live.Publish(ReceptionTopics.Of(dossier.ReceivingAgencyId)));
        return Done.Value;
    }
}
