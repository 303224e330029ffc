using OneStop.Documents.Layout;

namespace OneStop.Documents.Forms.Templates;

/// <summary>Turns a template and its values into a PDF.</summary>
internal sealed class TemplateRenderer(FormTexts texts, FormTemplate template, FormValues values, string? qr)
{
    private const double QrSize = 58;
    private const double Indent = 28.35;

    private readonly TextStyle body = new(template.Size);

    private Paper Paper => template.Paper switch
    {
        PaperSize.A4 => Paper.A4,
        PaperSize.A4Landscape => Paper.A4Landscape,
        _ => Paper.A5,
    };

    public byte[] Render(PdfProperties properties, IReadOnlyList<string> copies) =>
        PdfComposer.Compose(properties, [.. (copies.Count == 0 ? [""] : copies).Select(copy => Section(copy))]);

    private Section Section(string copy)
    {
        values["copy"] = copy;
        return new Section(Paper, [.. template.Blocks.SelectMany(Blocks)], Footer);
    }

    // Lets a loose page find its dossier again.
    private Paragraph Footer(PageNumber page) => FormParts.Centred(TemplateText.Of(template.Footer).Runs(new TextStyle(template.HeaderSize - 1), name => name switch
    {
        "page" => page.Number.ToString(texts.Culture),
        "pages" => page.Count.ToString(texts.Culture),
        "form" => template.Name,
        _ => values[name],
    }));

    private IEnumerable<Block> Blocks(TemplateBlock block) => block switch
    {
        HeadBlock head => Head(head),
        TitleBlock title => Title(title),
        LineBlock line => Line(line),
        PairBlock pair =>
        [
            new Columns(new Column([Paragraph(pair.Left)], pair.LeftShare), new Column([Paragraph(pair.Right)], pair.RightShare)),
        ],
        ListBlock list => values.Rows(list.Rows).Select(row => new Paragraph(TemplateText.Of(list.Text).Runs(body, row, string.Empty))
        {
            Align = Align.Justify,
            FirstLineIndent = list.Indent ? Indent : 0,
            SpaceAfter = 2,
        }),
        TableBlock table => [TableOf(table)],
        TogetherBlock together => [new Together([.. together.Blocks.SelectMany(Blocks)])],
        SignaturesBlock signatures => [Signatures(signatures)],
        OfficialBlock official => [Official(official)],
        GapBlock gap => [new Gap(gap.Height)],
        _ => throw new NotSupportedException($"A template block of kind {block.GetType().Name} cannot be drawn."),
    };

    private IEnumerable<Block> Head(HeadBlock head)
    {
        var superior = head.Superior is { } above ? TemplateText.Of(above).Plain(Value) : null;
        yield return NationalHeader.Of(texts, superior, TemplateText.Of(head.Issuer).Plain(Value), template.HeaderSize);
        yield return new Columns(
            new Column([FormParts.Centred(TemplateText.Of(head.Number).Runs(new TextStyle(13), Value))], Share: 42),
            new Column([FormParts.Centred(TemplateText.Of(head.PlaceAndDate).Runs(new TextStyle(13, Italic: true), Value))], Share: 58))
        { Gutter = 2 };
        yield return new Gap(8);
    }

    private IEnumerable<Block> Title(TitleBlock title)
    {
        List<Block> lines = [FormParts.Centred(new Run(template.Title, new TextStyle(14, Bold: true)))];
        lines.AddRange(title.Under.Select(TemplateText.Of).Where(text => !text.HasOnlyEmptyFields(Value)).Select(text => FormParts.Centred(text.Runs(body, Value))));
        if (title.Qr && qr is not null)
        {
            yield return new Columns(new Column([], FixedWidth: QrSize), new Column(lines), new Column([new QrCode(qr, QrSize)], FixedWidth: QrSize));
        }
        else
        {
            yield return new Columns(new Column(lines));
        }

        yield return new Gap(6);
    }

    private IEnumerable<Block> Line(LineBlock line)
    {
        var text = TemplateText.Of(line.Text);
        if (line.Optional && text.HasOnlyEmptyFields(Value))
        {
            yield break;
        }

        yield return new Paragraph(text.Runs(line.Size is { } size ? body with { Size = size } : body, Value))
        {
            Align = line.Align,
            FirstLineIndent = line.Indent ? Indent : 0,
            SpaceAfter = 2,
            KeepWithNext = line.KeepWithNext,
        };
    }

    private Paragraph Paragraph(string text) => new(TemplateText.Of(text).Runs(body, Value)) { SpaceAfter = 2 };

    private Table TableOf(TableBlock table)
    {
        var rows = values.Rows(table.Rows).Select(row => (IReadOnlyList<string>)[.. table.Columns.Select(column => TemplateText.Of(column.Text).Plain(row))]).ToList();
        while (rows.Count < table.EmptyRows)
        {
            rows.Add([.. table.Columns.Select(_ => "\n")]);
        }

        return new Table([.. table.Columns.Select(column => new TableColumn(column.Head, column.Share, column.Align) { Group = column.Group })], rows, body with { Size = table.Size });
    }

    // Side by side, the name in print below the room for the hand; one alone stands on the right.
    private Columns Signatures(SignaturesBlock signatures)
    {
        var columns = signatures.Signers.Select(signer => new Column(
        [
            new Gap(8),
            FormParts.Centred(TemplateText.Of(signer.Title).Runs(body.InBold(), Value)),
            FormParts.Centred(TemplateText.Of(signer.Hint).Runs(body.InItalic() with { Size = template.HeaderSize }, Value)),
            new Gap(36),
            FormParts.Centred(TemplateText.Of(signer.Name).Runs(body.InBold(), Value, string.Empty)),
        ]));
        return new Columns(signatures.Signers.Count == 1 ? [new Column([]), .. columns] : [.. columns]);
    }

    private Columns Official(OfficialBlock official)
    {
        List<Block> left = [new Gap(12)];
        var recipients = values.Rows(official.Recipients);
        if (recipients.Count > 0)
        {
            left.Add(new Paragraph(new Run(official.RecipientsHead, new TextStyle(12, Bold: true, Italic: true))));
            left.AddRange(recipients.Select(row => new Paragraph(TemplateText.Of(official.Recipient).Runs(new TextStyle(11), row))));
        }

        if (official.Qr && qr is not null)
        {
            left.Add(new Gap(8));
            left.Add(new QrCode(qr, QrSize) { AlignRight = false });
        }

        List<Block> right = [new Gap(12)];
        if (TemplateText.Of(official.Authority).Plain(Value) is { Length: > 0 } authority)
        {
            right.Add(FormParts.Centred(new Run(texts.Upper(authority), body.InBold())));
        }

        right.Add(FormParts.Centred(new Run(texts.Upper(TemplateText.Of(official.Title).Plain(Value)), body.InBold())));
        right.Add(new SignaturePlace(64));
        right.Add(FormParts.Centred(new Run(TemplateText.Of(official.Name).Plain(Value), body.InBold())));
        return new Columns(new Column(left, Share: 45), new Column(right, Share: 55));
    }

    private string? Value(string name) => values[name];
}
