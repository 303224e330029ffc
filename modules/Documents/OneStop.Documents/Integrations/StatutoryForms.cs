using OneStop.Documents.Contracts;
using OneStop.Documents.Forms;

namespace OneStop.Documents.Integrations;

/// <summary>The papers are in Vietnamese whatever the reader's language: only that text is the legal one.</summary>
internal sealed class StatutoryForms : IStatutoryForms
{
    public byte[] Receipt(ReceiptData data) => new ReceiptForm(FormTexts.Vietnamese).Render(data);

    public byte[] SupplementRequest(SupplementRequestData data) => new SupplementForm(FormTexts.Vietnamese).Render(data);

    public byte[] Refusal(RefusalData data) => new RefusalForm(FormTexts.Vietnamese).Render(data);

    public byte[] Result(ResultData data) => new ResultDocument(FormTexts.Vietnamese).Render(data);
}
