using OneStop.Documents.Layout;

namespace OneStop.Documents.Forms;

/// <summary>Mẫu số 02: Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ.</summary>
internal sealed class SupplementForm(FormTexts texts)
{
    private readonly FormParts parts = new(texts);

    public byte[] Render(SupplementData supplement) => PdfComposer.Compose(
        new PdfProperties(
            $"{texts["Supplement.Title"]} {supplement.Dossier.Code}",
            supplement.Dossier.ProcedureName,
            supplement.Desk.Agency,
            texts.Culture.Name,
            supplement.IssuedAt),
        parts.Section("Supplement.FormName", supplement.Dossier.Code, [.. Blocks(supplement)]));

    private IEnumerable<Block> Blocks(SupplementData supplement)
    {
        yield return NationalHeader.Of(texts, supplement.Desk.Agency, supplement.Desk.Desk, size: 10);
        yield return parts.Numbered(supplement.Number, supplement.Desk, supplement.IssuedAt);
        var stage = texts[supplement.AfterAcceptance ? "Supplement.AfterAcceptance" : "Supplement.BeforeAcceptance", supplement.Round];
        foreach (var block in parts.Heading("Supplement.Title", supplement.Dossier, stage))
        {
            yield return block;
        }

        yield return parts.Field("Form.DossierOf", supplement.Applicant.Name);
        yield return parts.Field("Form.Procedure", supplement.Dossier.ProcedureName);
        foreach (var block in parts.Contact(supplement.Applicant).Concat(Demands(supplement)))
        {
            yield return block;
        }

        yield return parts.Signatures(("Supplement.Guide", supplement.OfficerName));
    }

    private IEnumerable<Block> Demands(SupplementData supplement)
    {
        yield return new Paragraph(new Run(texts["Supplement.Demand"], FormParts.Body)) { SpaceBefore = 3, SpaceAfter = 2, KeepWithNext = true };
        for (var index = 0; index < supplement.Items.Count; index++)
        {
            yield return new Paragraph(new Run($"{index + 1}. {supplement.Items[index]}", FormParts.Body)) { Align = Align.Justify, SpaceAfter = 2 };
        }

        yield return parts.Plain("Supplement.Reason", supplement.Reason);
        if (supplement.LegalGround is { Length: > 0 } ground)
        {
            yield return parts.Plain("Form.LegalGround", ground);
        }

        if (supplement.RespondBy is { } respondBy)
        {
            yield return parts.Field("Supplement.RespondBy", FormDates.Moment(texts, respondBy));
        }

        yield return new Paragraph(new Run(texts["Supplement.Contact", Or(supplement.ContactName), Or(supplement.ContactPhone)], FormParts.Body))
        {
            Align = Align.Justify,
            SpaceBefore = 2,
        };
    }

    private static string Or(string? value) => string.IsNullOrWhiteSpace(value) ? "................" : value;
}
