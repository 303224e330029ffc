using System.Globalization;
using Microsoft.Extensions.Options;
using OneStop.Approvals.Contracts;
using OneStop.Documents.Contracts;
using OneStop.Dossiers.Contracts.Events;
using OneStop.Dossiers.Data;
using OneStop.Dossiers.Domain;
using OneStop.Dossiers.Integrations;
using OneStop.Kernel.Data;
using OneStop.Kernel.Files;
using OneStop.Kernel.Results;
using OneStop.Kernel.Time;
using OneStop.Organisation.Contracts;

namespace OneStop.Dossiers.Components;

// Numbers the signed draft, draws it as a document and puts the signature on it (NĐ 30/2020/NĐ-CP).
internal sealed class ResultIssuer(
    DossiersDbContext context, IDatabase database, IStatutoryForms forms, IDocumentSigner signer, IFileStore files, IOrganisationDirectory organisation,
    ProtectedFacts facts, PaperWords words, IOptions<PublicAddressOptions> address)
{
    public const string PaperKind = "result";
    private const long LargestResult = 50L * 1024 * 1024;

    public async Task<Result<Done>> IssueAsync(
        Dossier dossier, DossierResult result, IReadOnlyDictionary<string, string> fields, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (result is not { SignerName: { } signerName, SigningAgencyId: { } agencyId })
            return Error.RuleBroken(DeskErrors.ResultUnsigned);
        var agency = await organisation.FindAgencyAsync(agencyId, cancellationToken);
        if (agency is null)
            return Error.RuleBroken(DossierErrors.NoCompetentUnit);

        var symbol = fields.GetValueOrDefault(StepFields.DocumentSymbol) is { Length: > 0 } typed ? typed.Trim() : words.Say("Paper.DefaultSymbol");
        var year = now.VietnamDate().Year;
        var number = await database.NextNumberAsync(context, $"result:{agency.Code}:{symbol}:{year}", cancellationToken);
        // Numbers below ten are written with a zero before them (NĐ 30/2020/NĐ-CP, Annex I).
        var numberAndSymbol = string.Create(CultureInfo.InvariantCulture, $"{number:00}/{symbol}");

        // A corrected result is a new paper; the former one leads to it.
        var fileId = EntityId.New(now);
        var code = PaperCode.Of(dossier.Id, PaperKind, fileId);
        var former = result.FileId is { } earlier ? PaperCode.Of(dossier.Id, PaperKind, earlier) : null;
        var data = await DataAsync(dossier, result, agency, numberAndSymbol, code, now, cancellationToken);
        var pdf = forms.Result(data);
        var details = new SignatureDetails(signerName, result.SignerTitle ?? "", agency.Name, words.Say("Paper.SigningReason", numberAndSymbol), result.SignedAt ?? now);
        var signing = await signer.SignAsync(pdf, details, cancellationToken);
        if (!signing.TryGet(out var signed))
            return signing.AsFailure<Done>();
        using var content = new MemoryStream(signed);
        var stored = await files.SaveAsync(content, LargestResult, cancellationToken);

        var file = new DossierFile
        {
            Id = fileId,
            DossierId = dossier.Id,
            Kind = DossierFileKind.Result,
            ComponentKey = "",
            Name = $"{numberAndSymbol.Replace('/', '-')}.pdf",
            ContentType = StatutoryPapers.ContentType,
            Length = stored.Length,
            Sha256 = stored.Sha256,
            AddedAt = now,
        };
        context.Files.Add(file);
        result.Issue(numberAndSymbol, file.Id, now);
        context.Raise(new PaperIssued(dossier.Id, code, PaperKind, data.Title, numberAndSymbol, agency.Name, dossier.Code ?? "", stored.Sha256, now, former), now);
        return Done.Value;
    }

    private async Task<ResultData> DataAsync(
        Dossier dossier, DossierResult result, AgencyInfo agency, string numberAndSymbol, string code, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var draft = facts.ReadAnswers(result.DraftProtected);
        var place = await organisation.FindPlaceAsync(agency.PlaceCode, now.VietnamDate(), cancellationToken);
        var body = draft.GetValueOrDefault(StepFields.ResultBody) ?? "";
        var paragraphs = body.ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return new ResultData(
            agency.ParentName, agency.Name, PlaceNames.WithoutKind(place?.Name ?? agency.Name), numberAndSymbol, now,
            draft.GetValueOrDefault(StepFields.ResultTitle) is { Length: > 0 } title ? title : words.Say("Paper.ResultTitle"),
            draft.GetValueOrDefault(StepFields.ResultSubject) is { Length: > 0 } subject ? subject : dossier.ProcedureName,
            paragraphs, words.AuthorityOf(agency), result.SignerTitle ?? "", result.SignerName!, address.Value.Of(PaperCode.PathOf(code)),
            [dossier.Applicant.Name, dossier.ReceivingAgencyName, words.Say("Paper.Archive")]);
    }
}
