using System.Globalization;
using Microsoft.Extensions.Options;
using OneStop.Catalogue.Contracts;
using OneStop.Documents.Contracts;
using OneStop.Dossiers.Domain;
using OneStop.Dossiers.Features.AcceptDossier;
using OneStop.Dossiers.Features.OnFormRequested;
using OneStop.Dossiers.Integrations;
using OneStop.Kernel.Results;
using OneStop.Kernel.Time;
using OneStop.Organisation.Contracts;

namespace OneStop.Dossiers.Components;

internal sealed record DrawnPaper(string FileName, byte[] Pdf);

// Gathers what Mẫu 01, 02 and 03 say of a dossier. The same dossier always gives the same paper, so it may be drawn again before it is kept.
internal sealed class StatutoryPapers(
    IStatutoryForms forms, IOrganisationDirectory organisation, ICatalogue catalogue, ProtectedFacts facts, PaperWords words,
    IOptions<PublicAddressOptions> address)
{
    public const string ContentType = "application/pdf";

    // Needs the files and the supplement requests loaded.
    public async Task<Result<DrawnPaper>> DrawAsync(Dossier dossier, string form, Guid? supplementId, CancellationToken cancellationToken)
    {
        var agency = await organisation.FindAgencyAsync(dossier.ReceivingAgencyId, cancellationToken);
        if (agency is null)
            return Error.RuleBroken(DossierErrors.NoCompetentUnit);

        switch (form)
        {
            case StatutoryFormKeys.Receipt when dossier is { AcceptedAt: { } acceptedAt, Code: { } code }:
                var header = await HeaderAsync(dossier, agency, acceptedAt, dossier.AcceptedByName, null, cancellationToken);
                return new DrawnPaper($"Mau-01-{code}.pdf", forms.Receipt(await ReceiptAsync(dossier, agency, header, cancellationToken)));
            case StatutoryFormKeys.Supplement when dossier.Supplements.FirstOrDefault(s => supplementId is null || s.Id == supplementId) is { } request:
                header = await HeaderAsync(dossier, await AskingAgencyAsync(request, agency, cancellationToken), request.AskedAt, request.AskedByName, request.Number, cancellationToken);
                return new DrawnPaper(
                    $"Mau-02-{dossier.PublicCode}-{request.Number}.pdf",
                    forms.SupplementRequest(new SupplementRequestData(header, request.Items, request.Reason, request.LegalBasis, request.Number, request.AnswerBy)));
            case StatutoryFormKeys.Refusal when dossier is { Stage: DossierStage.Refused, ClosedAt: { } closedAt }:
                var clerk = dossier.History.FirstOrDefault(h => h.Deed == DossierDeed.Refuse)?.ActorName;
                header = await HeaderAsync(dossier, agency, closedAt, clerk, null, cancellationToken);
                return new DrawnPaper(
                    $"Mau-03-{dossier.PublicCode}.pdf", forms.Refusal(new RefusalData(header, dossier.ClosingReason ?? "", dossier.ClosingLegalBasis ?? "")));
            default:
                return Error.NotFound(DossierErrors.Missing);
        }
    }

    private async Task<AgencyInfo> AskingAgencyAsync(SupplementRequest request, AgencyInfo receiving, CancellationToken cancellationToken) =>
        request.AgencyId == receiving.Id ? receiving : await organisation.FindAgencyAsync(request.AgencyId, cancellationToken) ?? receiving;

    private async Task<ReceiptData> ReceiptAsync(Dossier dossier, AgencyInfo agency, FormHeader header, CancellationToken cancellationToken)
    {
        var procedure = await catalogue.FindVersionAsync(dossier.ProcedureVersionId, cancellationToken);
        var handedIn = dossier.Files.Where(f => f.Kind == DossierFileKind.Citizen).GroupBy(f => f.ComponentKey).ToDictionary(g => g.Key, g => g.Count());
        var components = procedure?.Components.Where(c => handedIn.ContainsKey(c.Key)).Select(c => new ReceiptComponent(c.Name, words.ElectronicCopy, words.Files(handedIn[c.Key])))
            ?? [];
        var term = procedure is null ? null : AcceptDossierHandler.TermOf(procedure, dossier.Channel)?.Text;
        return new ReceiptData(
            header, [.. components], 1, term, dossier.AcceptedAt!.Value, dossier.OriginalDueAt, words.ReturnPlace(dossier.ReturnMethod, agency),
            words.Fee(procedure?.Fees ?? []), facts.LookupCodeOf(dossier) ?? "");
    }

    private async Task<FormHeader> HeaderAsync(
        Dossier dossier, AgencyInfo agency, DateTimeOffset issuedAt, string? clerk, int? supplementNumber, CancellationToken cancellationToken)
    {
        var place = await organisation.FindPlaceAsync(agency.PlaceCode, issuedAt.VietnamDate(), cancellationToken);
        var code = dossier.PublicCode ?? "";
        var applicant = dossier.Applicant;
        return new FormHeader(
            agency.ParentName, agency.Name, agency.DeskName, PlaceNames.WithoutKind(place?.Name ?? agency.Name), FormNumber(code, supplementNumber), issuedAt, code,
            address.Value.Of(DeskUrls.TrackCode(code)), applicant.Name, null, applicant.Address, applicant.Phone, applicant.Email,
            facts.MaskedCitizenNumberOf(applicant), dossier.ProcedureName, clerk ?? "", agency.Phone)
        { InForceOn = (dossier.AcceptedAt ?? issuedAt).VietnamDate() };
    }

    // The order in the day, and for a request of papers which one it is: 0012.1/BPTNTKQ.
    private static string FormNumber(string code, int? supplementNumber)
    {
        var order = code[(code.LastIndexOf('-') + 1)..];
        return supplementNumber is { } number ? string.Create(CultureInfo.InvariantCulture, $"{order}.{number}/BPTNTKQ") : $"{order}/BPTNTKQ";
    }
}
