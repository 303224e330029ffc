using PdfSharp.Drawing;

namespace OneStop.Documents.Layout;

internal sealed record TableColumn(string Head, double Share, Align Align = Align.Left)
{
    /// <summary>A head over this and the neighbouring columns of the same group.</summary>
    public string? Group { get; init; }
}

/// <summary>A ruled table: the head comes again on each page, a short row is never cut, a long one goes on over the page.</summary>
internal sealed class Table(IReadOnlyList<TableColumn> columns, IReadOnlyList<IReadOnlyList<string>> rows, TextStyle style) : Block
{
    public const double Padding = 3;
    private const int LongestUncutRow = 12;

    public static readonly XPen Pen = new(XColors.Black, 0.6);

    public override IEnumerable<Strip> Arrange(TextRuler ruler, double width)
    {
        var edges = Edges(width);
        var head = TableHead.Of(ruler, columns, edges, style.InBold());
        yield return head with { KeepWithNext = true };
        foreach (var row in rows)
        {
            foreach (var line in RowLines(ruler, edges, row, style, index => columns[index].Align))
            {
                yield return line with { RepeatedHead = head };
            }
        }

        yield return Strip.Empty(4);
    }

    private double[] Edges(double width)
    {
        var total = columns.Sum(column => column.Share);
        var edges = new double[columns.Count + 1];
        for (var index = 0; index < columns.Count; index++)
        {
            edges[index + 1] = edges[index] + (width * columns[index].Share / total);
        }

        return edges;
    }

    private static IEnumerable<Strip> RowLines(TextRuler ruler, double[] edges, IReadOnlyList<string> texts, TextStyle style, Func<int, Align> align)
    {
        var cells = texts.Select((text, index) => new Paragraph(new Run(text, style)) { Align = align(index) }
            .Arrange(ruler, edges[index + 1] - edges[index] - (2 * Padding)).ToArray()).ToArray();
        var count = cells.Max(cell => cell.Length);
        for (var index = 0; index < count; index++)
        {
            var number = index;
            var (first, last) = (index == 0, index == count - 1);
            var height = TextRuler.LineHeight(style.Size) + (first ? Padding - 1 : 0) + (last ? Padding : 0);
            yield return new Strip(height, (page, at) => DrawLine(page, at, cells, edges, number, height, first, last))
            {
                KeepWithNext = !last && count <= LongestUncutRow,
                CloseAtPageEnd = last ? null : (page, at) => page.DrawLine(Pen, at.X, at.Y, at.X + edges[^1], at.Y),
            };
        }
    }

    private static void DrawLine(XGraphics page, XPoint at, Strip[][] cells, double[] edges, int number, double height, bool first, bool last)
    {
        foreach (var edge in edges)
        {
            page.DrawLine(Pen, at.X + edge, at.Y, at.X + edge, at.Y + height);
        }

        if (first)
        {
            page.DrawLine(Pen, at.X, at.Y, at.X + edges[^1], at.Y);
        }

        if (last)
        {
            page.DrawLine(Pen, at.X, at.Y + height, at.X + edges[^1], at.Y + height);
        }

        for (var column = 0; column < cells.Length; column++)
        {
            if (number < cells[column].Length)
            {
                cells[column][number].Draw(page, new XPoint(at.X + edges[column] + Padding, at.Y + (first ? Padding - 1 : 0)));
            }
        }
    }
}
