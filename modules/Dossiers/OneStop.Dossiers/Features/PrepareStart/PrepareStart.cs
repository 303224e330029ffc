using OneStop.Catalogue.Contracts;
using OneStop.Dossiers.Components;
using OneStop.Dossiers.Domain;
using OneStop.Dossiers.Features.StartDossier;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Results;
using OneStop.Kernel.Time;
using OneStop.Kernel.Time.Clocks;
using OneStop.Organisation.Contracts;

namespace OneStop.Dossiers.Features.PrepareStart;

// What the citizen should know before beginning, and who is competent at the place chosen so far.
[Requires(Permissions.Own)]
internal sealed record PrepareStart(string ProcedureCode, string? District, string? Commune) : IQuery<StartView>;

internal sealed record StartView(
    string ProcedureCode, string ProcedureName, string? ClosedReason, IReadOnlyList<ComponentInfo> Components, IReadOnlyList<string> Cases,
    IReadOnlyList<PlaceInfo> Districts, IReadOnlyList<PlaceInfo> Communes, PlaceInfo? Place, bool NobodyCompetent, string? AgencyName, string? AgencyAddress,
    string? TermText, TermGap? TermGap, DateTimeOffset? ExpectedAt, IReadOnlyList<ExplanationLine> Why, IReadOnlyList<FeeInfo> Fees);

internal sealed class PrepareStartHandler(ICatalogue catalogue, IOrganisationDirectory organisation, DossierClock clock, TimeProvider time)
    : IHandler<PrepareStart, StartView>
{
    public async Task<Result<StartView>> Handle(PrepareStart request, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var today = now.VietnamDate();
        if (await catalogue.FindAsync(request.ProcedureCode, today, cancellationToken) is not { } procedure)
            return Error.NotFound(DossierErrors.UnknownProcedure);

        var districts = await organisation.PlacesBelowAsync(null, today, cancellationToken);
        var district = districts.FirstOrDefault(d => d.Code == request.District);
        var communes = district is null ? [] : await organisation.PlacesBelowAsync(district.Code, today, cancellationToken);
        var place = communes.FirstOrDefault(c => c.Code == request.Commune);
        var agency = place is null ? null : await organisation.CompetentAgencyAsync(procedure.Level, procedure.Field, place.Code, today, cancellationToken);
        var term = TermRules.Published(procedure, Channels.Online);
        var due = agency is null || term is null ? null : await ExpectedAsync(agency, now, procedure.Clock.PlanOf(term.Term), cancellationToken);
        return new StartView(
            procedure.Code, procedure.Name, procedure.ClosedReason?.ToString(), procedure.Components, StartDossierHandler.CasesOf(procedure), districts, communes, place,
            place is not null && agency is null, agency?.Name, agency?.Address, term?.Text, procedure.TermGap, due?.DueAt, due?.Why ?? [], procedure.Fees);
    }

    // Without planned holidays there is no honest date: none is shown.
    private async Task<DuePreview?> ExpectedAsync(AgencyInfo agency, DateTimeOffset now, ClockPlan plan, CancellationToken cancellationToken) =>
        (await clock.PreviewAsync(agency.Id, plan, now, cancellationToken)).TryGet(out var preview) ? preview : null;
}
