using OneStop.Documents.Layout;

namespace OneStop.Documents.Forms;

/// <summary>Mẫu số 01: Giấy tiếp nhận hồ sơ và hẹn trả kết quả, in two copies.</summary>
internal sealed class ReceiptForm(FormTexts texts)
{
    private readonly FormParts parts = new(texts);

    public byte[] Render(ReceiptData receipt) => PdfComposer.Compose(
        new PdfProperties(
            $"{texts["Receipt.Title"]} {receipt.Dossier.Code}",
            receipt.Dossier.ProcedureName,
            receipt.Desk.Agency,
            texts.Culture.Name,
            receipt.ReceivedAt),
        [.. receipt.Copies.Select(copy => parts.Section("Receipt.FormName", receipt.Dossier.Code, [.. Blocks(receipt, copy)]))]);

    private IEnumerable<Block> Blocks(ReceiptData receipt, FormCopy copy)
    {
        yield return NationalHeader.Of(texts, receipt.Desk.Agency, receipt.Desk.Desk, size: 10);
        yield return parts.Numbered(receipt.Number, receipt.Desk, receipt.ReceivedAt);
        foreach (var block in parts.Heading("Receipt.Title", receipt.Dossier, texts[$"Receipt.Copy.{copy}"]).Concat(People(receipt)).Concat(Content(receipt)))
        {
            yield return block;
        }

        foreach (var block in Promise(receipt).Concat(Fees(receipt)))
        {
            yield return block;
        }

        yield return new Together(
        [
            new Paragraph(new Run(texts["Receipt.Book", Dots(receipt.BookNumber), Dots(receipt.BookEntry)], FormParts.Body)),
            parts.Signatures(("Form.Applicant", receipt.Applicant.SubmitterName ?? receipt.Applicant.Name), ("Form.Receiver", receipt.ClerkName)),
        ]);
        yield return new Gap(6);
        yield return new Paragraph(new Run(texts["Receipt.Notes"], FormParts.Small.InItalic())) { Align = Align.Justify };
    }

    private IEnumerable<Block> People(ReceiptData receipt)
    {
        yield return parts.Desk(receipt.Desk);
        yield return parts.Field("Form.ReceivedFrom", receipt.Applicant.Name);
        if (receipt.Applicant.SubmitterName is { Length: > 0 } submitter)
        {
            yield return parts.Field("Form.Submitter", submitter);
        }

        foreach (var block in parts.Contact(receipt.Applicant))
        {
            yield return block;
        }

        yield return parts.Plain("Form.IdentityNumber", receipt.Applicant.IdentityNumber);
        yield return parts.Field("Form.Procedure", receipt.Dossier.ProcedureName);
    }

    private IEnumerable<Block> Content(ReceiptData receipt)
    {
        yield return new Paragraph(new Run(texts["Receipt.Components"], FormParts.Body)) { SpaceAfter = 3, KeepWithNext = true };
        yield return new Table(
            [
                new TableColumn(texts["Receipt.Column.Number"], 8, Align.Centre),
                new TableColumn(texts["Receipt.Column.Name"], 50),
                new TableColumn(texts["Receipt.Column.Originals"], 12, Align.Centre),
                new TableColumn(texts["Receipt.Column.Copies"], 12, Align.Centre),
                new TableColumn(texts["Receipt.Column.Note"], 20),
            ],
            [.. receipt.Components.Select((component, index) => (IReadOnlyList<string>)
            [
                (index + 1).ToString(texts.Culture),
                component.Name,
                component.Originals > 0 ? component.Originals.ToString(texts.Culture) : string.Empty,
                component.Copies > 0 ? component.Copies.ToString(texts.Culture) : string.Empty,
                Note(component),
            ])],
            FormParts.Body with { Size = 10 });
    }

    private string Note(ComponentLine component)
    {
        string[] notes = [component.Electronic ? texts["Receipt.Electronic"] : string.Empty, component.Note ?? string.Empty];
        return string.Join("; ", notes.Where(note => note.Length > 0));
    }

    private IEnumerable<Block> Promise(ReceiptData receipt)
    {
        yield return parts.Plain("Receipt.Sets", texts["Receipt.SetsValue", receipt.Sets.ToString("00", texts.Culture)]);
        yield return parts.Plain("Receipt.LegalTerm", receipt.LegalTerm);
        yield return parts.Plain("Receipt.ReceivedAt", FormDates.Moment(texts, receipt.ReceivedAt));
        yield return parts.Field("Receipt.DueAt", receipt.DueAt is { } due ? FormDates.Moment(texts, due) : texts["Receipt.NoDueDate"]);
        foreach (var stage in receipt.Stages)
        {
            yield return new Paragraph(new Run($"- {stage.Name}: ", FormParts.Body), new Run(FormDates.Moment(texts, stage.DueAt), FormParts.Body));
        }

        yield return parts.Plain("Receipt.Delivery", receipt.ResultDelivery);
    }

    private IEnumerable<Block> Fees(ReceiptData receipt)
    {
        if (receipt.Fees.Sum(fee => fee.Amount) == 0)
        {
            yield return parts.Plain("Receipt.Fees", texts["Receipt.Free"]);
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

    private static string Dots(string? value) => string.IsNullOrWhiteSpace(value) ? "............" : value;
}
