using Microsoft.EntityFrameworkCore;
using OneStop.Catalogue.Contracts;
using OneStop.Dossiers.Components;
using OneStop.Dossiers.Data;
using OneStop.Dossiers.Domain;
using OneStop.Dossiers.Forms;
using OneStop.Dossiers.Integrations;
using OneStop.Identity.Contracts;
using OneStop.Kernel.Callers;
using OneStop.Kernel.Data;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Results;
using OneStop.Kernel.Time;
using OneStop.Organisation.Contracts;

namespace OneStop.Dossiers.Features.StartDossier;

// Begins a draft. The same client key of the same person always means the same draft, however often it is sent.
[Requires(Permissions.Own)]
internal sealed record StartDossier(string ProcedureCode, string PlaceCode, string? Case, string ClientKey) : ICommand<Guid>, IAudited
{
    public string? AuditSubject => ProcedureCode;
}

internal sealed class StartDossierHandler(
    DossiersDbContext context, IDatabase database, OwnDossiers own, ICallerContext callers, ICatalogue catalogue, IOrganisationDirectory organisation,
    IAccountDirectory accounts, ProtectedFacts facts, TimeProvider time)
    : IHandler<StartDossier, Guid>
{
    public async Task<Result<Guid>> Handle(StartDossier request, CancellationToken cancellationToken)
    {
        await database.LockAsync(context, $"draft:{callers.Caller.Id}:{request.ClientKey}", cancellationToken);
        if (await own.All.Where(d => d.ClientKey == request.ClientKey).Select(d => new { d.Id, d.ProcedureCode }).FirstOrDefaultAsync(cancellationToken) is { } existing)
            return existing.ProcedureCode == request.ProcedureCode ? existing.Id : Error.Conflict(DossierErrors.KeyReused);

        var now = time.GetUtcNow();
        var today = now.VietnamDate();
        if (await catalogue.FindAsync(request.ProcedureCode, today, cancellationToken) is not { } procedure)
            return Error.NotFound(DossierErrors.UnknownProcedure);
        if (procedure.ClosedReason is { } closed)
            return Error.RuleBroken(DossierErrors.ClosedProcedure, closed.ToString());
        if (await organisation.FindPlaceAsync(request.PlaceCode, today, cancellationToken) is not { } place)
            return Error.Invalid(DossierErrors.UnknownPlace, nameof(StartDossier.PlaceCode));
        if (await organisation.CompetentAgencyAsync(procedure.Level, procedure.Field, place.Code, today, cancellationToken) is not { } agency)
            return Error.RuleBroken(DossierErrors.NoCompetentUnit);

        var cases = CasesOf(procedure);
        if (cases.Count > 0 && (request.Case is null || !cases.Contains(request.Case)))
            return Error.Invalid(DossierErrors.CaseMissing, nameof(StartDossier.Case));

        var dossier = Dossier.Start(
            own.Actor, request.ClientKey, Channels.Online,
            new ProcedureRef(procedure.VersionId, procedure.Code, procedure.Name, procedure.Field, procedure.ProcessKey), cases.Count > 0 ? request.Case : null,
            new Receiver(place.Code, place.FullName, agency.Id, agency.Code, agency.Name, agency.Path), now);
        dossier.SaveAnswers(facts.Protect(await PrefilledAsync(procedure, cancellationToken)), now);
        context.Dossiers.Add(dossier);
        return dossier.Id;
    }

    public static IReadOnlyList<string> CasesOf(ProcedureVersionInfo procedure) => [.. procedure.Components.Select(c => c.Case).OfType<string>().Distinct()];

    private async Task<Dictionary<string, string>> PrefilledAsync(ProcedureVersionInfo procedure, CancellationToken cancellationToken)
    {
        var answers = new Dictionary<string, string>(StringComparer.Ordinal);
        if (await accounts.ProfileOfAsync(callers.Caller.Id, cancellationToken) is not { } profile)
            return answers;
        ApplicantForm.Prefill(answers, profile);
        foreach (var field in procedure.Form.Sections.SelectMany(s => s.Fields))
        {
            if (ApplicantForm.PrefillOf(field.Prefill, profile) is { Length: > 0 } known)
                answers[field.Key] = known;
        }

        return answers;
    }
}
