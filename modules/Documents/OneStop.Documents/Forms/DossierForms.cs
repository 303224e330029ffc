using OneStop.Documents.Contracts;
using OneStop.Documents.Forms.Templates;
using OneStop.Documents.Layout;
using OneStop.Kernel.Time;

namespace OneStop.Documents.Forms;

/// <summary>Fills in the forms of a dossier (Mẫu 01 to 05, the control slip) and prints them in the wording of their day.</summary>
internal sealed class DossierForms(FormTexts texts, FormTemplates templates)
{
    private static readonly string[] Paper = ["row", "name", "form", "note"];
    private static readonly string[] Fee = ["name", "amount", "paid"];
    private static readonly string[] Item = ["row", "text"];
    private static readonly string[] Recipient = ["text"];
    private static readonly string[] HandOver = ["row", "agency", "at", "givenBy", "takenBy", "result", "note"];

    public byte[] Receipt(ReceiptData receipt)
    {
        var values = HeaderValues.Of(texts, receipt.Header);
        values["lookupCode"] = receipt.LookupCode;
        values["sets"] = receipt.Sets.ToString("00", texts.Culture);
        values["term"] = receipt.TermText ?? texts["Receipt.NoTerm"];
        values["receivedAt"] = FormDates.Moment(texts, receipt.ReceivedAt);
        values["dueAt"] = receipt.DueAt is { } due ? FormDates.Moment(texts, due) : texts["Receipt.NoDueDate"];
        values["returnPlace"] = receipt.ReturnPlace;
        values["fee"] = receipt.Fees.Count > 0 ? texts["Receipt.FeesBelow"] : receipt.FeeText ?? texts["Receipt.Free"];
        values.Put("components", Paper, receipt.Components.Select((component, index) => new[] { Row(index), component.Name, component.Form, component.Note }));
        values.Put("fees", Fee, receipt.Fees.Select(fee => new[] { fee.Name, Money(fee.Amount), texts[fee.Paid ? "Receipt.Paid" : "Receipt.Unpaid"] }));
        if (receipt.Fees.Count > 0)
        {
            var total = receipt.Fees.Sum(fee => fee.Amount);
            values["feeTotal"] = texts["Receipt.Total", Money(total), AmountInWords.Of(total)];
        }

        var template = Template(StatutoryForm.Receipt, receipt.Header);
        return Print(template, values, receipt.Header, receipt.Copies == ReceiptCopies.Both ? template.Copies : [.. template.Copies.TakeLast(1)]);
    }

    public byte[] Supplement(SupplementRequestData supplement)
    {
        var values = HeaderValues.Of(texts, supplement.Header);
        values["round"] = supplement.AskedTimes.ToString(texts.Culture);
        values["reason"] = supplement.Reason;
        values["legalBasis"] = supplement.LegalBasis;
        values["answerBy"] = supplement.AnswerBy is { } day ? FormDates.Date(texts, day) : null;
        values.Put("items", Item, supplement.Items.Select((item, index) => new[] { Row(index), item }));
        return Print(StatutoryForm.Supplement, values, supplement.Header);
    }

    public byte[] Refusal(RefusalData refusal)
    {
        var values = HeaderValues.Of(texts, refusal.Header);
        values["reason"] = refusal.Reason;
        values["legalBasis"] = refusal.LegalBasis;
        return Print(StatutoryForm.Refusal, values, refusal.Header);
    }

    public byte[] Apology(ApologyData apology)
    {
        var values = HeaderValues.Of(texts, apology.Header);
        values["receivedOn"] = FormDates.Sentence(texts, apology.ReceivedAt);
        values["promisedAt"] = FormDates.Moment(texts, apology.PromisedAt);
        values["reason"] = apology.Reason;
        values["newDueAt"] = FormDates.Moment(texts, apology.NewDueAt);
        values["newDueOn"] = FormDates.Date(texts, apology.NewDueAt);
        values["extraTime"] = apology.ExtraTime;
        values["lateUnit"] = apology.LateUnit;
        values["round"] = apology.Times.ToString(texts.Culture);
        PutSigner(values, apology.SignerAuthority, apology.SignerTitle, apology.SignerName, apology.Recipients);
        return Print(StatutoryForm.Apology, values, apology.Header);
    }

    public byte[] StopNotice(StopNoticeData notice)
    {
        var values = HeaderValues.Of(texts, notice.Header);
        values["phase"] = notice.Phase;
        values["requested"] = notice.Requested;
        values["reason"] = notice.Reason;
        values["legalBasis"] = notice.LegalBasis;
        values["feesPaid"] = notice.FeesPaid ?? texts["StopNotice.NoFees"];
        values["feeHandling"] = notice.FeeHandling;
        PutSigner(values, notice.SignerAuthority, notice.SignerTitle, notice.SignerName, notice.Recipients);
        return Print(StatutoryForm.StopNotice, values, notice.Header);
    }

    public byte[] ControlSlip(ControlSlipData slip)
    {
        var values = HeaderValues.Of(texts, slip.Header);
        values["solvingAgency"] = slip.SolvingAgency;
        values["coordinating"] = slip.CoordinatingAgencies.Count == 0 ? texts["ControlSlip.NoneCoordinating"] : string.Join("; ", slip.CoordinatingAgencies);
        values.Put("handOvers", HandOver, slip.HandOvers.Select((row, index) => new[]
        {
            Row(index), row.AgencyName, FormDates.Moment(texts, row.At), row.GivenBy ?? texts["ControlSlip.System"], row.TakenBy ?? TemplateText.Blank,
            texts[$"ControlSlip.{row.Timeliness}"], row.Note,
        }));
        return Print(StatutoryForm.ControlSlip, values, slip.Header);
    }

    private static void PutSigner(FormValues values, string? authority, string title, string name, IReadOnlyList<string> recipients)
    {
        values["signerAuthority"] = authority;
        values["signerTitle"] = title.Replace("\n", " – ", StringComparison.Ordinal);
        values["signer"] = name;
        values.Put("recipients", Recipient, recipients.Select(recipient => new[] { recipient }));
    }

    private string Row(int index) => (index + 1).ToString(texts.Culture);

    private string Money(decimal amount) => texts["Receipt.Money", amount.ToString("#,##0", texts.Culture)];

    private FormTemplate Template(StatutoryForm form, FormHeader header) => templates.At(form, header.InForceOn ?? header.IssuedAt.VietnamDate());

    private byte[] Print(StatutoryForm form, FormValues values, FormHeader header)
    {
        var template = Template(form, header);
        return Print(template, values, header, template.Copies);
    }

    private byte[] Print(FormTemplate template, FormValues values, FormHeader header, IReadOnlyList<string> copies) =>
        new TemplateRenderer(texts, template, values, header.VerifyUrl ?? header.LookupUrl).Render(
            new PdfProperties($"{template.Title} {header.DossierCode}", header.ProcedureName, header.AgencyName, texts.Culture.Name, header.IssuedAt), copies);
}
