using OneStop.Documents.Layout;

namespace OneStop.Documents.Forms;

/// <summary>Mẫu số 03: Phiếu từ chối tiếp nhận giải quyết hồ sơ. The reason is a legal one, in words.</summary>
internal sealed class RefusalForm(FormTexts texts)
{
    private readonly FormParts parts = new(texts);

    public byte[] Render(RefusalData refusal) => PdfComposer.Compose(
        new PdfProperties(
            $"{texts["Refusal.Title"]} {refusal.Dossier.Code}",
            refusal.Dossier.ProcedureName,
            refusal.Desk.Agency,
            texts.Culture.Name,
            refusal.IssuedAt),
        parts.Section("Refusal.FormName", refusal.Dossier.Code, [.. Blocks(refusal)]));

    private IEnumerable<Block> Blocks(RefusalData refusal)
    {
        yield return NationalHeader.Of(texts, refusal.Desk.Agency, refusal.Desk.Desk, size: 10);
        yield return parts.Numbered(refusal.Number, refusal.Desk, refusal.IssuedAt);
        foreach (var block in parts.Heading("Refusal.Title", refusal.Dossier, underTitle: null))
        {
            yield return block;
        }

        yield return parts.Desk(refusal.Desk);
        yield return parts.Field("Form.ReceivedFrom", refusal.Applicant.Name);
        foreach (var block in parts.Contact(refusal.Applicant))
        {
            yield return block;
        }

        yield return parts.Field("Form.Procedure", refusal.Dossier.ProcedureName);
        yield return new Paragraph(new Run(texts["Refusal.Reason"], FormParts.Body)) { Align = Align.Justify, SpaceBefore = 3, SpaceAfter = 3, KeepWithNext = true };
        yield return new Paragraph(new Run(refusal.Reason, FormParts.Value)) { Align = Align.Justify, SpaceAfter = 3 };
        if (refusal.LegalGround is { Length: > 0 } ground)
        {
            yield return parts.Plain("Form.LegalGround", ground);
        }

        yield return new Together(
        [
            new Paragraph(new Run(texts["Refusal.Closing"], FormParts.Body)) { SpaceBefore = 2 },
            parts.Signatures(("Form.Applicant", refusal.Applicant.SubmitterName ?? refusal.Applicant.Name), ("Form.Receiver", refusal.ClerkName)),
        ]);
    }
}
