using PdfSharp.Drawing;

namespace OneStop.Documents.Layout;

/// <summary>Blocks side by side that stay on one page: the national header, signatures, text beside a QR code.</summary>
internal sealed class Columns(params IReadOnlyList<Column> columns) : Block
{
    public double Gutter { get; init; } = 8;

    public bool KeepWithNext { get; init; }

    public override IEnumerable<Strip> Arrange(TextRuler ruler, double width)
    {
        var fixedWidth = columns.Sum(column => column.FixedWidth) + (Gutter * (columns.Count - 1));
        var shares = columns.Where(column => column.FixedWidth == 0).Sum(column => column.Share);
        var x = 0d;
        var cells = new List<(double X, Strip[] Strips)>();
        foreach (var column in columns)
        {
            var own = column.FixedWidth > 0 ? column.FixedWidth : (width - fixedWidth) * column.Share / shares;
            cells.Add((x, [.. column.Blocks.SelectMany(block => block.Arrange(ruler, own))]));
            x += own + Gutter;
        }

        var height = cells.Max(cell => cell.Strips.Sum(strip => strip.Height));
        yield return new Strip(height, (page, at) => Draw(page, at, cells)) { KeepWithNext = KeepWithNext };
    }

    private static void Draw(XGraphics page, XPoint at, List<(double X, Strip[] Strips)> cells)
    {
        foreach (var (x, strips) in cells)
        {
            var y = at.Y;
            foreach (var strip in strips)
            {
                strip.Draw(page, new XPoint(at.X + x, y));
                y += strip.Height;
            }
        }
    }
}

/// <summary>A fixed width in points wins over the share of what is left.</summary>
internal sealed record Column(IReadOnlyList<Block> Blocks, double Share = 1, double FixedWidth = 0);
