using OneStop.Documents.Layout;

namespace OneStop.Documents.Forms;

/// <summary>The result on A4 in the sizes and places of NĐ 30/2020, Annex I.</summary>
internal sealed class ResultDocument(FormTexts texts)
{
    private const double Indent = 28.35;

    private static readonly TextStyle Body = new(14);
    private static readonly TextStyle Recipient = new(11);

    public byte[] Render(ResultData result) => PdfComposer.Compose(
        new PdfProperties($"{result.TypeName} {result.NumberAndSymbol}".TrimEnd(), result.Subject, result.Agency, texts.Culture.Name, result.IssuedAt),
        new Section(Paper.A4, [.. Blocks(result)], _ => new Paragraph(new Run(texts["Result.Footer", result.Dossier.Code], new TextStyle(9))) { Align = Align.Right })
        {
            Header = page => page.Number == 1 ? null : new Paragraph(new Run(page.Number.ToString(texts.Culture), new TextStyle(13))) { Align = Align.Centre },
        });

    private IEnumerable<Block> Blocks(ResultData result)
    {
        yield return NationalHeader.Of(texts, result.SuperiorAgency, result.Agency, size: 12);
        yield return new Columns(
            new Column([new Paragraph(new Run(Symbol(result), new TextStyle(13))) { Align = Align.Centre }], Share: 36),
            new Column(
            [
                new Paragraph(new Run(texts["Form.PlaceAndDate", result.Place, FormDates.Date(texts, result.IssuedAt)], new TextStyle(13, Italic: true))) { Align = Align.Centre },
            ],
            Share: 64))
        { Gutter = 2 };
        foreach (var block in Title(result).Concat(Content(result)))
        {
            yield return block;
        }

        yield return SignerBlock(result);
    }

    private string Symbol(ResultData result) =>
        result.NumberAndSymbol is { Length: > 0 } symbol ? texts["Result.Symbol", symbol] : texts["Result.SymbolPending"];

    private IEnumerable<Block> Title(ResultData result)
    {
        yield return new Paragraph(new Run(texts.Upper(result.TypeName), Body.InBold())) { Align = Align.Centre, SpaceBefore = 18 };
        yield return new Paragraph(new Run(result.Subject, Body.InBold())) { Align = Align.Centre };
        yield return new Rule(0.25);
        yield return new Gap(10);
    }

    private IEnumerable<Block> Content(ResultData result)
    {
        if (result.DecidingAuthority is { Length: > 0 } authority)
        {
            yield return new Paragraph(new Run(texts.Upper(authority), Body.InBold())) { Align = Align.Centre, SpaceAfter = 8 };
        }

        foreach (var legalBasis in result.LegalBases)
        {
            yield return Prose(new Run(legalBasis, Body.InItalic()));
        }

        if (result.Articles.Count > 0)
        {
            yield return new Paragraph(new Run(texts["Result.Decides", texts.Upper(result.TypeName)], Body.InBold()))
            {
                Align = Align.Centre,
                SpaceBefore = 6,
                SpaceAfter = 8,
                KeepWithNext = true,
            };
        }

        foreach (var article in result.Articles)
        {
            yield return Article(article);
        }

        foreach (var field in result.Fields)
        {
            yield return new Paragraph(new Run(field.Label.TrimEnd(':') + ": ", Body), new Run(field.Value, Body.InBold())) { SpaceAfter = 6 };
        }
    }

    /// <summary>"Điều 1." stands in bold, the rest of the article does not.</summary>
    private static Paragraph Article(string article)
    {
        var head = article.IndexOf(". ", StringComparison.Ordinal);
        return head is > 0 and < 12
            ? Prose(new Run(article[..(head + 1)], Body.InBold()), new Run(article[(head + 1)..], Body))
            : Prose(new Run(article, Body));
    }

    private static Paragraph Prose(params IReadOnlyList<Run> runs) => new(runs) { Align = Align.Justify, FirstLineIndent = Indent, SpaceAfter = 6 };

    private Columns SignerBlock(ResultData result)
    {
        List<Block> recipients = [new Gap(12)];
        if (result.Recipients.Count > 0)
        {
            recipients.Add(new Paragraph(new Run(texts["Result.Recipients"], new TextStyle(12, Bold: true, Italic: true))));
            recipients.AddRange(result.Recipients.Select(recipient => new Paragraph(new Run($"- {recipient}", Recipient))));
        }

        List<Block> signer = [new Gap(12)];
        if (result.Signer.Authority is { Length: > 0 } authority)
        {
            signer.Add(new Paragraph(new Run(texts.Upper(authority), Body.InBold())) { Align = Align.Centre });
        }

        signer.Add(new Paragraph(new Run(texts.Upper(result.Signer.Title), Body.InBold())) { Align = Align.Centre });
        signer.Add(new Gap(64));
        signer.Add(new Paragraph(new Run(result.Signer.Name, Body.InBold())) { Align = Align.Centre });
        return new Columns(new Column(recipients, Share: 45), new Column(signer, Share: 55));
    }
}
