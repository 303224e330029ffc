using OneStop.Documents.Contracts;
using OneStop.Documents.Layout;

namespace OneStop.Documents.Forms;

/// <summary>Mẫu số 02: Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ.</summary>
internal sealed class SupplementForm(FormTexts texts)
{
    private readonly FormParts parts = new(texts);

    public byte[] Render(SupplementRequestData supplement) =>
        parts.Compose("Supplement.Title", supplement.Header, parts.Copy("Supplement.FormName", supplement.Header, Blocks(supplement)));

    private IEnumerable<Block> Blocks(SupplementRequestData supplement) =>
    [
        .. parts.Top("Supplement.Title", supplement.Header, lookupCode: null, texts["Supplement.Round", supplement.AskedTimes]),
        parts.Field("Form.DossierOf", supplement.Header.ApplicantName),
        parts.Field("Form.Procedure", supplement.Header.ProcedureName),
        .. parts.Contact(supplement.Header),
        .. Demands(supplement),
        parts.Signatures(("Supplement.Guide", supplement.Header.ClerkName)),
    ];

    private IEnumerable<Block> Demands(SupplementRequestData supplement)
    {
        yield return new Paragraph(new Run(texts["Supplement.Demand"], FormParts.Body)) { SpaceBefore = 3, SpaceAfter = 2, KeepWithNext = true };
        for (var index = 0; index < supplement.Items.Count; index++)
        {
            yield return new Paragraph(new Run($"{index + 1}. {supplement.Items[index]}", FormParts.Body)) { Align = Align.Justify, SpaceAfter = 2 };
        }

        yield return parts.Plain("Supplement.Reason", supplement.Reason);
        if (supplement.LegalBasis is { Length: > 0 } basis)
        {
            yield return parts.Plain("Form.LegalGround", basis);
        }

        if (supplement.AnswerBy is { } answerBy)
        {
            yield return parts.Field("Supplement.AnswerBy", FormDates.Date(texts, answerBy));
        }

        var contact = texts["Supplement.Contact", FormParts.Printed(supplement.Header.ClerkName), FormParts.Printed(supplement.Header.ClerkPhone)];
        yield return new Paragraph(new Run(contact, FormParts.Body)) { Align = Align.Justify, SpaceBefore = 2 };
    }
}
