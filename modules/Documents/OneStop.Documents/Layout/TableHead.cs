using PdfSharp.Drawing;

namespace OneStop.Documents.Layout;

/// <summary>The head of a table in one strip: columns of a group share a cell above their own heads, any other head stands over the whole height.</summary>
internal static class TableHead
{
    private sealed record Cell(double Left, double Right, double Top, double Bottom, Strip[] Lines);

    public static Strip Of(TextRuler ruler, IReadOnlyList<TableColumn> columns, double[] edges, TextStyle style)
    {
        var heads = columns.Select((column, index) => Lines(ruler, column.Head, edges[index + 1] - edges[index], style)).ToArray();
        var groups = Groups(columns).Select(group => (group.First, group.Last, Lines: Lines(ruler, columns[group.First].Group!, edges[group.Last + 1] - edges[group.First], style))).ToArray();
        var above = groups.Length == 0 ? 0 : groups.Max(group => HeightOf(group.Lines));
        var below = columns.Select((column, index) => column.Group is null ? HeightOf(heads[index]) - above : HeightOf(heads[index])).Max();
        var height = above + Math.Max(below, 0);
        List<Cell> cells = [.. groups.Select(group => new Cell(edges[group.First], edges[group.Last + 1], 0, above, group.Lines))];
        cells.AddRange(columns.Select((column, index) => new Cell(edges[index], edges[index + 1], column.Group is null ? 0 : above, height, heads[index])));
        return new Strip(height, (page, at) => cells.ForEach(cell => Draw(page, at, cell)));
    }

    private static Strip[] Lines(TextRuler ruler, string text, double width, TextStyle style) =>
        [.. new Paragraph(new Run(text, style)) { Align = Align.Centre }.Arrange(ruler, width - (2 * Table.Padding))];

    private static double HeightOf(Strip[] lines) => lines.Sum(line => line.Height) + (2 * Table.Padding) - 1;

    private static IEnumerable<(int First, int Last)> Groups(IReadOnlyList<TableColumn> columns)
    {
        for (var first = 0; first < columns.Count;)
        {
            var last = first;
            while (columns[first].Group is not null && last + 1 < columns.Count && columns[last + 1].Group == columns[first].Group)
            {
                last++;
            }

            if (columns[first].Group is not null)
            {
                yield return (first, last);
            }

            first = last + 1;
        }
    }

    private static void Draw(XGraphics page, XPoint at, Cell cell)
    {
        page.DrawRectangle(Table.Pen, at.X + cell.Left, at.Y + cell.Top, cell.Right - cell.Left, cell.Bottom - cell.Top);
        var y = at.Y + cell.Top + ((cell.Bottom - cell.Top - cell.Lines.Sum(line => line.Height)) / 2);
        foreach (var line in cell.Lines)
        {
            line.Draw(page, new XPoint(at.X + cell.Left + Table.Padding, y));
            y += line.Height;
        }
    }
}
