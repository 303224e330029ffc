using OneStop.Documents.Contracts;
using OneStop.Documents.Layout;

namespace OneStop.Documents.Forms;

/// <summary>The result on A4 in the sizes and places of NĐ 30/2020, Annex I.</summary>
internal sealed class ResultDocument(FormTexts texts)
{
    private const double Indent = 28.35;
    private const double QrSize = 62;

    private static readonly TextStyle Body = new(14);
    private static readonly TextStyle Recipient = new(11);

    public byte[] Render(ResultData result) => PdfComposer.Compose(
        new PdfProperties($"{result.Title} {result.NumberAndSymbol}".TrimEnd(), result.Subject, result.AgencyName, texts.Culture.Name, result.IssuedAt),
        new Section(Paper.A4, [.. Blocks(result)], _ => null)
        {
            Header = page => page.Number == 1 ? null : FormParts.Centred(new Run(page.Number.ToString(texts.Culture), new TextStyle(13))),
        });

    private IEnumerable<Block> Blocks(ResultData result) =>
    [
        NationalHeader.Of(texts, result.SuperiorAgency, result.AgencyName, size: 12),
        new Columns(
            new Column([FormParts.Centred(new Run(Symbol(result), new TextStyle(13)))], Share: 36),
            new Column([FormParts.Centred(new Run(texts["Form.PlaceAndDate", result.Place, FormDates.Date(texts, result.IssuedAt)], new TextStyle(13, Italic: true)))], Share: 64))
        { Gutter = 2 },
        new Paragraph(new Run(texts.Upper(result.Title), Body.InBold())) { Align = Align.Centre, SpaceBefore = 18 },
        FormParts.Centred(new Run(result.Subject, Body.InBold())),
        new Rule(0.25),
        new Gap(10),
        .. result.Paragraphs.Select(Prose),
        SignerBlock(result),
    ];

    // The number is given by văn thư; until then there is room for it.
    private string Symbol(ResultData result) => texts["Result.Symbol", result.NumberAndSymbol is { Length: > 0 } symbol ? symbol : new string('\u00A0', 10)];

    private Paragraph Prose(string text)
    {
        if (text.Length < 120 && text.Any(char.IsLetter) && text == texts.Upper(text))
        {
            return new Paragraph(new Run(text, Body.InBold())) { Align = Align.Centre, SpaceBefore = 4, SpaceAfter = 8, KeepWithNext = true };
        }

        return new Paragraph(Runs(text)) { Align = Align.Justify, FirstLineIndent = Indent, SpaceAfter = 6 };
    }

    // Legal bases stand in italics and "Điều 1." in bold (NĐ 30/2020, Annex I).
    private Run[] Runs(string text)
    {
        if (texts["Result.BasisWords"].Split('|').Any(word => text.StartsWith(word, StringComparison.OrdinalIgnoreCase)))
        {
            return [new Run(text, Body.InItalic())];
        }

        var head = text.StartsWith(texts["Result.ArticleWord"], StringComparison.OrdinalIgnoreCase) ? text.IndexOf(". ", StringComparison.Ordinal) : -1;
        return head is > 0 and < 12 ? [new Run(text[..(head + 1)], Body.InBold()), new Run(text[(head + 1)..], Body)] : [new Run(text, Body)];
    }

    private Columns SignerBlock(ResultData result)
    {
        List<Block> recipients = [new Gap(12)];
        if (result.Recipients.Count > 0)
        {
            recipients.Add(new Paragraph(new Run(texts["Result.Recipients"], new TextStyle(12, Bold: true, Italic: true))));
            recipients.AddRange(result.Recipients.Select(recipient => new Paragraph(new Run($"- {recipient}", Recipient))));
        }

        recipients.Add(new Gap(10));
        recipients.Add(new QrCode(result.VerifyUrl, QrSize) { AlignRight = false });
        List<Block> signer = [new Gap(12)];
        if (result.SignerAuthority is { Length: > 0 } authority)
        {
            signer.Add(FormParts.Centred(new Run(texts.Upper(authority), Body.InBold())));
        }

        // Who signs in another's place has two lines: KT. or TUQ. and the other's title, then the own.
        foreach (var line in result.SignerTitle.Split('\n'))
            signer.Add(FormParts.Centred(new Run(texts.Upper(line), Body.InBold())));
        signer.Add(new SignaturePlace(64));
        signer.Add(FormParts.Centred(new Run(result.SignerName, Body.InBold())));
        return new Columns(new Column(recipients, Share: 45), new Column(signer, Share: 55));
    }
}
