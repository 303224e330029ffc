using OneStop.Documents.Contracts;
using OneStop.Documents.Forms.Templates;

namespace OneStop.Documents.Forms;

/// <summary>The fields every form of a dossier shares.</summary>
internal static class HeaderValues
{
    public static FormValues Of(FormTexts texts, FormHeader header) => new()
    {
        ["superior"] = header.SuperiorAgency,
        ["agency"] = header.AgencyName,
        ["desk"] = header.DeskName,
        ["deskOfAgency"] = DeskOfAgency(texts, header),
        ["place"] = header.Place,
        ["number"] = Number(texts, header),
        ["date"] = FormDates.Date(texts, header.IssuedAt),
        ["dossierCode"] = header.DossierCode,
        ["applicant"] = header.ApplicantName,
        ["submitter"] = header.SubmitterName,
        ["signatory"] = header.SubmitterName ?? header.ApplicantName,
        ["address"] = header.Address,
        ["phone"] = header.Phone,
        ["email"] = header.Email,
        ["identity"] = header.IdentityNumber,
        ["procedure"] = header.ProcedureName,
        ["clerk"] = header.ClerkName,
        ["clerkPhone"] = header.ClerkPhone,
    };

    // A desk called as the form calls it needs no name twice.
    private static string DeskOfAgency(FormTexts texts, FormHeader header) =>
        texts["Form.DeskNames"].Split('|').Contains(header.DeskName, StringComparer.OrdinalIgnoreCase) ? header.AgencyName : $"{header.DeskName} - {header.AgencyName}";

    // Số ...../TTPVHCC at a public service centre, ...../BPTNTKQ at any other desk; a number that has its symbol keeps it.
    private static string Number(FormTexts texts, FormHeader header)
    {
        if (header.Number.Contains('/', StringComparison.Ordinal))
        {
            return header.Number;
        }

        var isCentre = header.DeskName.Contains(texts["Form.CentreWord"], StringComparison.OrdinalIgnoreCase);
        return $"{(header.Number is { Length: > 0 } number ? number : TemplateText.Blank)}/{texts[isCentre ? "Form.CentreSymbol" : "Form.DeskSymbol"]}";
    }
}
