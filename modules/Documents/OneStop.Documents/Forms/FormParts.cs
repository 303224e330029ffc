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

    public Block Numbered(string? number, IssuingDesk desk, DateTimeOffset issuedAt) => new Columns(
        new Column([new Paragraph(new Run(texts["Form.Number", Printed(number), desk.Symbol], Body)) { Align = Align.Centre }], Share: 4),
        new Column([new Paragraph(new Run(texts["Form.PlaceAndDate", desk.Place, FormDates.Date(texts, issuedAt)], Body.InItalic())) { Align = Align.Centre }], Share: 6));

    public IEnumerable<Block> Heading(string titleKey, PaperDossier dossier, string? underTitle)
    {
        List<Block> words =
        [
            new Paragraph(new Run(texts[titleKey], Title)) { Align = Align.Centre, SpaceAfter = 2 },
            new Paragraph(new Run(texts["Form.DossierCode"], Body), new Run(dossier.Code, Value)) { Align = Align.Centre },
        ];
        if (dossier.LookupCode is { Length: > 0 } lookupCode)
        {
            words.Add(new Paragraph(new Run(texts["Form.LookupCode"], Body), new Run(lookupCode, Value)) { Align = Align.Centre });
        }

        if (underTitle is not null)
        {
            words.Add(new Paragraph(new Run(underTitle, Body.InItalic())) { Align = Align.Centre });
        }

        yield return new Gap(7);
        yield return dossier.TrackingAddress is { Length: > 0 } address
            ? new Columns(new Column([], FixedWidth: QrSize), new Column(words), new Column([new QrCode(address, QrSize)], FixedWidth: QrSize))
            : new Columns(new Column(words));
        yield return new Gap(6);
    }

    public Block Field(string labelKey, string? value) => new Paragraph(new Run(texts[labelKey] + " ", Body), new Run(Printed(value), Value)) { SpaceAfter = 1.5 };

    public Block Desk(IssuingDesk desk)
    {
        var label = texts["Form.Desk"];
        var named = label.TrimEnd(':').Equals(desk.Desk, StringComparison.OrdinalIgnoreCase);
        return Plain("Form.Desk", named ? desk.Agency : $"{desk.Desk} - {desk.Agency}");
    }

    public Block Plain(string labelKey, string? value) => new Paragraph(new Run(texts[labelKey] + " ", Body), new Run(Printed(value), Body)) { SpaceAfter = 1.5 };

    public IEnumerable<Block> Contact(PaperApplicant applicant)
    {
        yield return Plain("Form.Address", applicant.Address);
        yield return new Columns(
            new Column([Plain("Form.Phone", applicant.Phone)], Share: 4),
            new Column([Plain("Form.Email", applicant.Email)], Share: 6));
    }

    /// <summary>Signatures side by side, the name in print below the room for the hand; one alone stands on the right.</summary>
    public Block Signatures(params IReadOnlyList<(string TitleKey, string? Name)> signers)
    {
        var columns = signers.Select(signer => Signature(signer.TitleKey, signer.Name));
        return new Columns(signers.Count == 1 ? [new Column([]), .. columns] : [.. columns]);
    }

    private Column Signature(string titleKey, string? name) => new(
    [
        new Gap(8),
        new Paragraph(new Run(texts[titleKey], Value)) { Align = Align.Centre },
        new Paragraph(new Run(texts["Form.SignHint"], Small.InItalic())) { Align = Align.Centre },
        new Gap(34),
        new Paragraph(new Run(name ?? string.Empty, Value)) { Align = Align.Centre },
    ]);

    public Section Section(string formKey, string dossierCode, IReadOnlyList<Block> blocks) => new(Paper.A5, blocks, page => new Paragraph(
        new Run(texts["Form.Footer", texts[formKey], dossierCode, page.Number, page.Count], Small)) { Align = Align.Centre });

    /// <summary>An empty field keeps its dots, so that it can be filled in by hand.</summary>
    private static string Printed(string? value) => string.IsNullOrWhiteSpace(value) ? "................" : value.Trim();

    private const double QrSize = 58;
}
