using OneStop.Documents.Contracts;
using OneStop.Documents.Layout;

namespace OneStop.Documents.Forms;

/// <summary>Mẫu số 03: Phiếu từ chối tiếp nhận giải quyết hồ sơ. The reason is a legal one, in words.</summary>
internal sealed class RefusalForm(FormTexts texts)
{
    private readonly FormParts parts = new(texts);

    public byte[] Render(RefusalData refusal) =>
        parts.Compose("Refusal.Title", refusal.Header, parts.Copy("Refusal.FormName", refusal.Header, Blocks(refusal)));

    private IEnumerable<Block> Blocks(RefusalData refusal) =>
    [
        .. parts.Top("Refusal.Title", refusal.Header, lookupCode: null, underTitle: null),
        parts.Desk(refusal.Header),
        parts.Field("Form.ReceivedFrom", refusal.Header.ApplicantName),
        .. parts.Contact(refusal.Header),
        parts.Field("Form.Procedure", refusal.Header.ProcedureName),
        new Paragraph(new Run(texts["Refusal.Reason"], FormParts.Body)) { Align = Align.Justify, SpaceBefore = 3, SpaceAfter = 3, KeepWithNext = true },
        new Paragraph(new Run(refusal.Reason, FormParts.Value)) { Align = Align.Justify, SpaceAfter = 3 },
        parts.Plain("Form.LegalGround", refusal.LegalBasis),
        new Together(
        [
            new Paragraph(new Run(texts["Refusal.Closing"], FormParts.Body)) { SpaceBefore = 2 },
            parts.Signatures(("Form.Applicant", refusal.Header.SubmitterName ?? refusal.Header.ApplicantName), ("Form.Receiver", refusal.Header.ClerkName)),
        ]),
    ];
}
