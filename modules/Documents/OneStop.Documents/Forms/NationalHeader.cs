using OneStop.Documents.Layout;

namespace OneStop.Documents.Forms;

/// <summary>The head of every State paper (NĐ 30/2020, Annex I): who issues on the left, the national name and motto on the right.</summary>
internal static class NationalHeader
{
    public static Block Of(FormTexts texts, string? superior, string issuer, double size)
    {
        var name = new TextStyle(size);
        var motto = new Run(texts["Header.Motto"], new TextStyle(size + 1, Bold: true));
        List<Block> left = [];
        if (superior is { Length: > 0 })
        {
            left.Add(new Paragraph(new Run(texts.Upper(superior), name)) { Align = Align.Centre });
        }

        left.Add(new Paragraph(new Run(texts.Upper(issuer), name.InBold())) { Align = Align.Centre });
        left.Add(new Rule(0.4));
        return new Columns(
            new Column(left, Share: 36),
            new Column(
            [
                new Paragraph(new Run(texts["Header.Nation"], name.InBold())) { Align = Align.Centre },
                new Paragraph(motto) { Align = Align.Centre },
                new Rule(1, motto),
            ], Share: 64))
        { Gutter = 2 };
    }
}
