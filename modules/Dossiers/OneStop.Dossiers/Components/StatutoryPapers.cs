using System.Globalization;
using Microsoft.Extensions.Options;
using OneStop.Catalogue.Contracts;
using OneStop.Documents.Contracts;
using OneStop.Dossiers.Contracts.Events;
using OneStop.Dossiers.Data;
using OneStop.Dossiers.Domain;
using OneStop.Dossiers.Features.OnFormRequested;
using OneStop.Dossiers.Integrations;
using OneStop.Kernel.Results;
using OneStop.Kernel.Time;
using OneStop.Organisation.Contracts;

namespace OneStop.Dossiers.Components;

internal sealed record DrawnPaper(string FileName, byte[] Pdf, string Code, string Title, FormHeader Header)
{
    public PaperIssued Issue(Dossier dossier, string form, string sha256) =>
        new(dossier.Id, Code, form, Title, Header.Number, Header.AgencyName, Header.DossierCode, sha256, Header.IssuedAt, Replaces: null);
}

// Gathers what the forms that the citizen gets say of a dossier. The same dossier always gives the same paper, so it may be drawn again before it is kept.
internal sealed class StatutoryPapers(
    DossiersDbContext context, IStatutoryForms forms, IOrganisationDirectory organisation, ICatalogue catalogue, ProtectedFacts facts, PaperWords words,
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
                var header = await HeaderAsync(dossier, agency, acceptedAt, dossier.AcceptedByName, null, cancellationToken) with { VerifyUrl = VerifyUrl(dossier, form) };
                return Drawn($"Mau-01-{code}.pdf", StatutoryForm.Receipt, dossier, form, null, header, forms.Receipt(await ReceiptAsync(dossier, agency, header, cancellationToken)));
            case StatutoryFormKeys.Supplement when dossier.Supplements.FirstOrDefault(s => supplementId is null || s.Id == supplementId) is { } request:
                header = await HeaderAsync(dossier, await AskingAgencyAsync(request, agency, cancellationToken), request.AskedAt, request.AskedByName, request.Number, cancellationToken)
                    with { VerifyUrl = VerifyUrl(dossier, form, request.Id) };
                return Drawn(
                    $"Mau-02-{dossier.PublicCode}-{request.Number}.pdf", StatutoryForm.Supplement, dossier, form, request.Id, header,
                    forms.SupplementRequest(new SupplementRequestData(header, request.Items, request.Reason, request.LegalBasis, request.Number, request.AnswerBy)));
            case StatutoryFormKeys.Refusal when dossier is { Stage: DossierStage.Refused, ClosedAt: { } closedAt }:
                var clerk = dossier.History.FirstOrDefault(h => h.Deed == DossierDeed.Refuse)?.ActorName;
                header = await HeaderAsync(dossier, agency, closedAt, clerk, null, cancellationToken) with { VerifyUrl = VerifyUrl(dossier, form) };
                return Drawn(
                    $"Mau-03-{dossier.PublicCode}.pdf", StatutoryForm.Refusal, dossier, form, null, header,
                    forms.Refusal(new RefusalData(header, dossier.ClosingReason ?? "", dossier.ClosingLegalBasis ?? "")));
            case StatutoryFormKeys.StopNotice when dossier is { Status: DossierStatus.Stopped, ClosedAt: { } stoppedAt }:
                header = await HeaderAsync(dossier, agency, stoppedAt, null, null, cancellationToken) with { VerifyUrl = VerifyUrl(dossier, form) };
                return Drawn($"Mau-05-{dossier.PublicCode}.pdf", StatutoryForm.StopNotice, dossier, form, null, header, forms.StopNotice(StopNoticeOf(dossier, header)));
            default:
                return Error.NotFound(DossierErrors.Missing);
        }
    }

    public bool IsInForce(Dossier dossier, string form) => form != StatutoryFormKeys.StopNotice || forms.InForce(StatutoryForm.StopNotice, FormsOf(dossier, dossier.UpdatedAt)) is not null;

    // The header of a paper that stays inside, such as the control slip.
    public Task<FormHeader> HeaderAsync(Dossier dossier, AgencyInfo agency, CancellationToken cancellationToken) =>
        HeaderAsync(dossier, agency, dossier.AcceptedAt ?? dossier.UpdatedAt, dossier.AcceptedByName, null, cancellationToken);

    private string VerifyUrl(Dossier dossier, string form, Guid? subject = null) => address.Value.Of(PaperCode.PathOf(PaperCode.Of(dossier.Id, form, subject)));

    private DrawnPaper Drawn(string fileName, StatutoryForm kind, Dossier dossier, string form, Guid? subject, FormHeader header, byte[] pdf) =>
        new(fileName, pdf, PaperCode.Of(dossier.Id, form, subject), forms.InForce(kind, header.InForceOn!.Value)!.Title, header);

    // A dossier keeps the forms of its receipt; one never received has those of the paper's own day.
    private static DateOnly FormsOf(Dossier dossier, DateTimeOffset issuedAt) => (dossier.AcceptedAt ?? issuedAt).VietnamDate();

    private StopNoticeData StopNoticeOf(Dossier dossier, FormHeader header)
    {
        var asked = dossier.Stage == DossierStage.Withdrawn
            ? words.Say("Paper.Stop.Withdrawal", dossier.History.LastOrDefault(h => h.Deed == DossierDeed.AskWithdrawal)?.Comment ?? "").TrimEnd(' ', ':')
            : null;
        var reason = dossier.ClosingReason is { Length: > 0 } given ? given : words.Say($"Paper.Stop.{dossier.Stage}");
        var paid = dossier is { FeeDue: { } fee and > 0, FeePaidAt: not null } ? words.Say("Paper.Stop.Paid", fee) : null;
        return new StopNoticeData(
            header, words.Say(dossier.AcceptedAt is null ? "Paper.Stop.BeforeAcceptance" : "Paper.Stop.DuringProcessing"), asked, reason, dossier.ClosingLegalBasis, paid,
            paid is null ? null : words.Say("Paper.Stop.PaidHandling"), null, words.Say("Paper.Stop.Signer"),
            dossier.Stage == DossierStage.Rejected ? dossier.History.LastOrDefault(h => h.Deed == DossierDeed.Stop)?.ActorName ?? "" : "")
        { Recipients = [words.Say("Paper.Stop.ToAbove"), words.Say("Paper.Archive")] };
    }

    private async Task<AgencyInfo> AskingAgencyAsync(SupplementRequest request, AgencyInfo receiving, CancellationToken cancellationToken) =>
        request.AgencyId == receiving.Id ? receiving : await organisation.FindAgencyAsync(request.AgencyId, cancellationToken) ?? receiving;

    private async Task<ReceiptData> ReceiptAsync(Dossier dossier, AgencyInfo agency, FormHeader header, CancellationToken cancellationToken)
    {
        var procedure = await catalogue.FindVersionAsync(dossier.ProcedureVersionId, cancellationToken);
        var handedIn = dossier.Files.Where(f => f.Kind == DossierFileKind.Citizen).GroupBy(f => f.ComponentKey).ToDictionary(g => g.Key, g => g.Count());
        var components = procedure?.Components.Where(c => handedIn.ContainsKey(c.Key)).Select(c => new ReceiptComponent(c.Name, words.ElectronicCopy, words.Files(handedIn[c.Key])))
            ?? [];
        var published = procedure is null ? null : TermRules.Published(procedure, dossier.Channel)?.Text;
        // Kept in the words of whoever accepted it, but for a term of the case, which is always Vietnamese.
        var term = published ?? ((await context.Set<DueNote>().FindAsync([dossier.Id], cancellationToken))?.TermText is { Length: > 0 } ofCase ? ofCase : null);
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
        { InForceOn = FormsOf(dossier, issuedAt) };
    }

    // The order in the day, and for a request of papers which one it is: 0012.1/BPTNTKQ.
    private static string FormNumber(string code, int? supplementNumber)
    {
        var order = code[(code.LastIndexOf('-') + 1)..];
        return supplementNumber is { } number ? string.Create(CultureInfo.InvariantCulture, $"{order}.{number}/BPTNTKQ") : $"{order}/BPTNTKQ";
    }
}
