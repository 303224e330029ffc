using OneStop.Documents.Contracts;
using OneStop.Documents.Forms.Templates;
using OneStop.Documents.Layout;

namespace OneStop.Documents.Forms;

/// <summary>Sổ theo dõi hồ sơ, one volume at a time: a register of any length is printed with the memory of one volume.</summary>
internal sealed class RegisterForm(FormTexts texts, FormTemplates templates)
{
    private static readonly string[] Names =
    [
        "row", "code", "procedure", "sets", "applicant", "contact", "agency", "receivedAt", "dueAt", "forwardedAt", "resultAt", "returnedAt", "method", "signedFor", "note",
    ];

    public byte[] Render(RegisterData register)
    {
        var template = templates.At(StatutoryForm.Register, register.InForceOn);
        var values = new FormValues
        {
            ["superior"] = register.SuperiorAgency,
            ["agency"] = register.AgencyName,
            ["volume"] = register.Volume.ToString(texts.Culture),
            ["count"] = register.Rows.Count.ToString("#,##0", texts.Culture),
            ["from"] = FormDates.Date(texts, register.From),
            ["to"] = FormDates.Date(texts, register.To),
            ["date"] = FormDates.Sentence(texts, register.MadeAt),
        };
        values.Put("rows", Names, register.Rows.Select(Cells));
        var title = $"{template.Title} {register.AgencyName} {texts["Register.Volume", register.Volume]}";
        return new TemplateRenderer(texts, template, values, qr: null)
            .Render(new PdfProperties(title, register.AgencyName, register.AgencyName, texts.Culture.Name, register.MadeAt), []);
    }

    // A dossier number is longer than its column: it folds where its parts meet.
    private static string Folded(string code)
    {
        var end = code.IndexOf('-', StringComparison.Ordinal) + 1;
        return end is 0 || end == code.Length ? code : $"{code[..end]}\n{code[end..]}";
    }

    private string?[] Cells(RegisterRow row) =>
    [
        row.Number.ToString(texts.Culture), Folded(row.Code), row.ProcedureName, row.Sets.ToString("00", texts.Culture), row.ApplicantName, row.Contact, row.SolvingAgency,
        FormDates.Short(row.ReceivedAt), FormDates.Short(row.DueAt), FormDates.Short(row.ForwardedAt), FormDates.Short(row.ResultAt), FormDates.Short(row.ReturnedAt),
        row.ReturnMethod, row.SignedFor, row.Note,
    ];
}
