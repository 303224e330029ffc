using OneStop.Documents.Layout;

namespace OneStop.Documents.Forms;

/// <summary>
/// The head of every State paper (NĐ 30/2020, Annex I): who issues on the left, the national name and motto on the right.
/// The national name stands on one line whatever the paper; what is left is the issuer's.
/// </summary>
internal sealed class NationalHeader : Block
{
    private const double WidestNation = 0.72;
    private const double A4Share = 0.62;

    private readonly FormTexts texts;
    private readonly string? superior;
    private readonly string issuer;
    private readonly double size;

    private NationalHeader(FormTexts texts, string? superior, string issuer, double size) => (this.texts, this.superior, this.issuer, this.size) = (texts, superior, issuer, size);

    public static NationalHeader Of(FormTexts texts, string? superior, string issuer, double size) => new(texts, superior, issuer, size);

    public override IEnumerable<Strip> Arrange(TextRuler ruler, double width)
    {
        var name = new TextStyle(size);
        var nation = new Run(texts["Header.Nation"], name.InBold());
        var motto = new Run(texts["Header.Motto"], new TextStyle(size + 1, Bold: true));
        List<Block> left = [];
        if (superior is { Length: > 0 })
        {
            left.Add(FormParts.Centred(new Run(texts.Upper(superior), name)));
        }

        left.Add(FormParts.Centred(new Run(texts.Upper(issuer), name.InBold())));
        left.Add(new Rule(0.4));
        var right = Math.Min(Math.Max(ruler.Width(nation.Text, nation.Style) + 2, width > 400 ? width * A4Share : 0), width * WidestNation);
        return new Columns(new Column(left), new Column([FormParts.Centred(nation), FormParts.Centred(motto), new Rule(1, motto)], FixedWidth: right)) { Gutter = 2 }
            .Arrange(ruler, width);
    }
}
