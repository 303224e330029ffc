using OneStop.Documents.Contracts;
using OneStop.Documents.Layout;

namespace OneStop.Documents.Forms;

/// <summary>Mẫu số 01: Giấy tiếp nhận hồ sơ và hẹn trả kết quả.</summary>
internal sealed class ReceiptForm(FormTexts texts)
{
    private readonly FormParts parts = new(texts);

    public byte[] Render(ReceiptData receipt)
    {
        string[] copies = receipt.Copies == ReceiptCopies.Both ? ["Receipt.Copy.Archive", "Receipt.Copy.Customer"] : ["Receipt.Copy.Customer"];
        return parts.Compose("Receipt.Title", receipt.Header, [.. copies.Select(copy => parts.Copy("Receipt.FormName", receipt.Header, Blocks(receipt, copy)))]);
    }

    private IEnumerable<Block> Blocks(ReceiptData receipt, string copyKey) =>
    [
        .. parts.Top("Receipt.Title", receipt.Header, receipt.LookupCode, texts[copyKey]),
        .. People(receipt.Header),
        .. Papers(receipt),
        .. Promise(receipt),
        .. Fees(receipt),
        new Together(
        [
            new Paragraph(new Run(texts["Receipt.Book", FormParts.Printed(null), FormParts.Printed(null)], FormParts.Body)),
            parts.Signatures(("Form.Applicant", receipt.Header.SubmitterName ?? receipt.Header.ApplicantName), ("Form.Receiver", receipt.Header.ClerkName)),
        ]),
        new Gap(6),
        new Paragraph(new Run(texts["Receipt.Notes"], FormParts.Small.InItalic())) { Align = Align.Justify },
    ];

    private IEnumerable<Block> People(FormHeader header)
    {
        yield return parts.Desk(header);
        yield return parts.Field("Form.ReceivedFrom", header.ApplicantName);
        if (header.SubmitterName is { Length: > 0 } submitter)
        {
            yield return parts.Field("Form.Submitter", submitter);
        }

        foreach (var block in parts.Contact(header))
        {
            yield return block;
        }

        yield return parts.Plain("Form.IdentityNumber", header.IdentityNumber);
        yield return parts.Field("Form.Procedure", header.ProcedureName);
    }

    private IEnumerable<Block> Papers(ReceiptData receipt)
    {
        yield return new Paragraph(new Run(texts["Receipt.Components"], FormParts.Body)) { SpaceAfter = 3, KeepWithNext = true };
        yield return new Table(
            [
                new TableColumn(texts["Receipt.Column.Number"], 8, Align.Centre),
                new TableColumn(texts["Receipt.Column.Name"], 54),
                new TableColumn(texts["Receipt.Column.Form"], 18),
                new TableColumn(texts["Receipt.Column.Note"], 20),
            ],
            [.. receipt.Components.Select((component, index) => (IReadOnlyList<string>)
            [
                (index + 1).ToString(texts.Culture), component.Name, component.Form, component.Note ?? string.Empty,
            ])],
            FormParts.Body with { Size = 10 });
    }

    private IEnumerable<Block> Promise(ReceiptData receipt)
    {
        yield return parts.Plain("Receipt.Sets", texts["Receipt.SetsValue", receipt.Sets.ToString("00", texts.Culture)]);
        yield return parts.Plain("Receipt.LegalTerm", receipt.TermText ?? texts["Receipt.NoTerm"]);
        yield return parts.Plain("Receipt.ReceivedAt", FormDates.Moment(texts, receipt.ReceivedAt));
        yield return parts.Field("Receipt.DueAt", receipt.DueAt is { } due ? FormDates.Moment(texts, due) : texts["Receipt.NoDueDate"]);
        yield return parts.Plain("Receipt.Delivery", receipt.ReturnPlace);
    }

    private IEnumerable<Block> Fees(ReceiptData receipt)
    {
        if (receipt.Fees.Count == 0)
        {
            yield return parts.Plain("Receipt.Fees", receipt.FeeText ?? texts["Receipt.Free"]);
            yield break;
        }

        yield return new Paragraph(new Run(texts["Receipt.Fees"], FormParts.Body)) { KeepWithNext = true };
        foreach (var fee in receipt.Fees)
        {
            yield return new Paragraph(
                new Run($"- {fee.Name}: ", FormParts.Body),
                new Run(Money(fee.Amount), FormParts.Value),
                new Run(" " + texts[fee.Paid ? "Receipt.Paid" : "Receipt.Unpaid"], FormParts.Body));
        }

        var total = receipt.Fees.Sum(fee => fee.Amount);
        yield return new Paragraph(new Run(texts["Receipt.Total", Money(total), AmountInWords.Of(total)], FormParts.Body)) { SpaceAfter = 1.5 };
    }

    private string Money(decimal amount) => texts["Receipt.Money", amount.ToString("#,##0", texts.Culture)];
}
