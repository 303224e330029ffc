using Microsoft.EntityFrameworkCore;
using OneStop.Catalogue.Contracts;
using OneStop.Dossiers.Components;
using OneStop.Dossiers.Contracts.Events;
using OneStop.Dossiers.Data;
using OneStop.Dossiers.Domain;
using OneStop.Dossiers.Features.OnFormRequested;
using OneStop.Dossiers.Integrations;
using OneStop.Kernel.Data;
using OneStop.Kernel.Live;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Results;
using OneStop.Kernel.Time;
using OneStop.Kernel.Time.Calendars;

namespace OneStop.Dossiers.Features.AcceptDossier;

[Requires(DeskPermissions.Receive)]
internal sealed record AcceptDossier(Guid DossierId, long Version, IReadOnlyList<PaperCheck> Checks, TermOfCase? Term = null) : ICommand<AcceptedDossier>, IAudited
{
    public string AuditSubject => DossierId.ToString();
}

internal sealed record AcceptedDossier(string Code, DateTimeOffset? DueAt);

internal sealed class AcceptDossierHandler(
    DossiersDbContext context, DeskScope scope, ICatalogue catalogue, TermRules terms, DossierClock clock, IDatabase database, ProtectedFacts facts, ILiveFeed live,
    TimeProvider time) : IHandler<AcceptDossier, AcceptedDossier>
{
    public async Task<Result<AcceptedDossier>> Handle(AcceptDossier request, CancellationToken cancellationToken)
    {
        var loaded = await context.Dossiers.Include(d => d.Supplements).FirstOrDefaultAsync(d => d.Id == request.DossierId, cancellationToken);
        if (!scope.Require(loaded, DeskPermissions.Receive, request.Version).TryGet(out var dossier))
            return scope.Require(loaded, DeskPermissions.Receive, request.Version).AsFailure<AcceptedDossier>();

        var procedure = await catalogue.FindVersionAsync(dossier.ProcedureVersionId, cancellationToken);
        if (procedure is null)
            return Error.RuleBroken(DossierErrors.UnknownProcedure);
        if (PaperRules.Check(procedure, dossier.Case, request.Checks) is { } incomplete)
            return incomplete;

        var now = time.GetUtcNow();
        var planned = terms.PlanOf(procedure, dossier.Channel, request.Term);
        if (!planned.TryGet(out var term))
            return planned.AsFailure<AcceptedDossier>();
        var dates = await clock.StartAsync(dossier, term.Plan, term.Text, now, cancellationToken);
        if (dates.IsFailure)
            return term.IsOfCase && dates.Error.Code == CalendarErrors.UnsoundTerm ? TermOfCase.Unsound : dates.AsFailure<AcceptedDossier>();
        var dueAt = dates.Value.Due;

        // Last before the write: the row of the series stays locked until the commit.
        var day = now.VietnamDate();
        var order = await database.NextNumberAsync(context, DossierNumber.SeriesOf(dossier.ReceivingAgencyCode, day), cancellationToken);
        var number = DossierNumber.Format(dossier.ReceivingAgencyCode, day, order);
        var accepted = dossier.Accept(number, dates.Value, scope.Clerk, now);
        if (accepted.IsFailure)
            return accepted.AsFailure<AcceptedDossier>();

        context.Raise(
            new DossierAccepted(
                dossier.Id, number, dossier.ProcedureCode, dossier.ProcedureName, dossier.Field, dossier.ProcessKey, dossier.Applicant.Name, dossier.PlaceCode,
                dossier.ReceivingAgencyId, dossier.Channel, now, dueAt, scope.Caller.Id, scope.Caller.Name, facts.AnswersOf(dossier)),
            now);
        context.Raise(FormRequested.Receipt(dossier.Id), now);
        context.AfterCommit(() => live.Publish(ReceptionTopics.Of(dossier.ReceivingAgencyId)));
        return new AcceptedDossier(number, dueAt);
    }
}
