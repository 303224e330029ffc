using OneStop.Documents.Contracts;
using OneStop.Documents.Layout;

namespace OneStop.Documents.Forms;

/// <summary>The parts that the statutory A5 forms share.</summary>
internal sealed class FormParts(FormTexts texts)
{
    // The sizes of NĐ 30/2020 are for A4. On A5 the national name at 12 points would fill the line, so all sizes come down in proportion.
    public static readonly TextStyle Body = new(11);
    public static readonly TextStyle Value = Body.InBold();
    public static readonly TextStyle Small = new(9);
    private static readonly TextStyle Title = new(13, Bold: true);
    private const double QrSize = 58;

    public byte[] Compose(string titleKey, FormHeader header, params IReadOnlyList<Section> copies) => PdfComposer.Compose(
        new PdfProperties($"{texts[titleKey]} {header.DossierCode}", header.ProcedureName, header.AgencyName, texts.Culture.Name, header.IssuedAt),
        copies);

    /// <summary>One copy; the footer lets a loose page find its dossier again.</summary>
    public Section Copy(string formKey, FormHeader header, IEnumerable<Block> blocks) => new(Paper.A5, [.. blocks], page => new Paragraph(
        new Run(texts["Form.Footer", texts[formKey], header.DossierCode, page.Number, page.Count], Small)) { Align = Align.Centre });

    public IEnumerable<Block> Top(string titleKey, FormHeader header, string? lookupCode, string? underTitle)
    {
        yield return NationalHeader.Of(texts, header.AgencyName, header.DeskName, size: 10);
        yield return new Columns(
            new Column([Centred(new Run(texts["Form.Number", Number(header)], Body))], Share: 4),
            new Column([Centred(new Run(texts["Form.PlaceAndDate", header.Place, FormDates.Date(texts, header.IssuedAt)], Body.InItalic()))], Share: 6));
        yield return new Gap(7);
        List<Block> title = [Centred(new Run(texts[titleKey], Title)), Centred(new Run(texts["Form.DossierCode"], Body), new Run(header.DossierCode, Value))];
        if (lookupCode is { Length: > 0 })
        {
            title.Add(Centred(new Run(texts["Form.LookupCode"], Body), new Run(lookupCode, Value)));
        }

        if (underTitle is not null)
        {
            title.Add(Centred(new Run(underTitle, Body.InItalic())));
        }

        yield return new Columns(new Column([], FixedWidth: QrSize), new Column(title), new Column([new QrCode(header.LookupUrl, QrSize)], FixedWidth: QrSize));
        yield return new Gap(6);
    }

    public Block Desk(FormHeader header)
    {
        var label = texts["Form.Desk"];
        var named = label.TrimEnd(':').Equals(header.DeskName, StringComparison.OrdinalIgnoreCase);
        return Plain("Form.Desk", named ? header.AgencyName : $"{header.DeskName} - {header.AgencyName}");
    }

    public IEnumerable<Block> Contact(FormHeader header)
    {
        yield return Plain("Form.Address", header.Address);
        yield return new Columns(
            new Column([Plain("Form.Phone", header.Phone)], Share: 4),
            new Column([Plain("Form.Email", header.Email)], Share: 6));
    }

    public Block Field(string labelKey, string? value) => new Paragraph(new Run(texts[labelKey] + " ", Body), new Run(Printed(value), Value)) { SpaceAfter = 1.5 };

    public Block Plain(string labelKey, string? value) => new Paragraph(new Run(texts[labelKey] + " ", Body), new Run(Printed(value), Body)) { SpaceAfter = 1.5 };

    /// <summary>Signatures side by side, the name in print below the room for the hand; one alone stands on the right.</summary>
    public Block Signatures(params IReadOnlyList<(string TitleKey, string? Name)> signers)
    {
        var columns = signers.Select(signer => Signature(signer.TitleKey, signer.Name));
        return new Columns(signers.Count == 1 ? [new Column([]), .. columns] : [.. columns]);
    }

    /// <summary>An empty field keeps its dots, so that it can be filled in by hand.</summary>
    public static string Printed(string? value) => string.IsNullOrWhiteSpace(value) ? "................" : value.Trim();

    public static Paragraph Centred(params IReadOnlyList<Run> runs) => new(runs) { Align = Align.Centre };

    private Column Signature(string titleKey, string? name) => new(
    [
        new Gap(8),
        Centred(new Run(texts[titleKey], Value)),
        Centred(new Run(texts["Form.SignHint"], Small.InItalic())),
        new Gap(34),
        Centred(new Run(name ?? string.Empty, Value)),
    ]);

    // Số ...../TTPVHCC at a public service centre, ...../BPTNTKQ at any other desk; a number that has its symbol keeps it.
    private string Number(FormHeader header) => header.Number.Contains('/', StringComparison.Ordinal)
        ? header.Number
        : $"{Printed(header.Number)}/{texts[header.DeskName.Contains(texts["Form.CentreWord"], StringComparison.OrdinalIgnoreCase) ? "Form.CentreSymbol" : "Form.DeskSymbol"]}";
}
