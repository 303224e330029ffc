using PdfSharp.Drawing;

namespace OneStop.Documents.Layout;

internal sealed class Paragraph(params IReadOnlyList<Run> runs) : Block
{
    public Align Align { get; init; } = Align.Left;

    public double FirstLineIndent { get; init; }

    public double SpaceBefore { get; init; }

    public double SpaceAfter { get; init; }

    public bool KeepWithNext { get; init; }

    private double Size => runs.Count == 0 ? 0 : runs.Max(run => run.Style.Size);

    public override IEnumerable<Strip> Arrange(TextRuler ruler, double width)
    {
        var lines = Align == Align.Centre ? Balanced(ruler, width) : Lines(ruler, width);
        var height = TextRuler.LineHeight(Size);
        if (SpaceBefore > 0)
        {
            yield return Strip.Empty(SpaceBefore) with { KeepWithNext = true };
        }

        for (var index = 0; index < lines.Count; index++)
        {
            var line = lines[index];
            var indent = index == 0 ? FirstLineIndent : 0;
            var last = index == lines.Count - 1;
            yield return new Strip(height + (last ? SpaceAfter : 0), (page, at) => Draw(page, at, line, indent, width, ruler))
            {
                KeepWithNext = last ? KeepWithNext : IsWidowOrOrphan(index, lines.Count),
            };
        }
    }

    private IReadOnlyList<Line> Lines(TextRuler ruler, double width) => new LineBreaker(ruler, width, FirstLineIndent).Break(runs);

    // Centred lines of much the same length: a title or an agency's name must not leave one word alone.
    private IReadOnlyList<Line> Balanced(TextRuler ruler, double width)
    {
        var lines = Lines(ruler, width);
        if (lines.Count is 1 or > 6)
        {
            return lines;
        }

        var (tooNarrow, wideEnough) = (width / 2, width);
        while (wideEnough - tooNarrow > 2)
        {
            var middle = (tooNarrow + wideEnough) / 2;
            if (Lines(ruler, middle).Count > lines.Count)
            {
                tooNarrow = middle;
            }
            else
            {
                wideEnough = middle;
            }
        }

        return Lines(ruler, wideEnough);
    }

    // At least two lines of a paragraph stand together at the foot and at the head of a page.
    private static bool IsWidowOrOrphan(int index, int count) => index == 0 || index == count - 2;

    private void Draw(XGraphics page, XPoint at, Line line, double indent, double width, TextRuler ruler)
    {
        if (line.Words.Count == 0)
        {
            return;
        }

        var space = ruler.SpaceWidth(line.Words[0].Fragments[0].Style);
        var natural = line.Words.Sum(word => word.Width) + (space * (line.Words.Count - 1));
        var spare = width - indent - natural;
        var stretched = Align == Align.Justify && !line.EndsParagraph && line.Words.Count > 1;
        var x = at.X + indent + Align switch
        {
            Align.Centre => spare / 2,
            Align.Right => spare,
            _ => 0,
        };
        var baseline = at.Y + TextRuler.Baseline(Size);
        if (stretched)
        {
            space += spare / (line.Words.Count - 1);
        }

        foreach (var (text, style, offset) in Pieces(line, space, stretched, ruler))
        {
            page.DrawString(text, ruler.Font(style), XBrushes.Black, new XPoint(x + offset, baseline), XStringFormats.BaseLineLeft);
        }
    }

    // Words of one style are drawn as one string with their spaces: text copied from the page then reads as it was written.
    private static IEnumerable<(string Text, TextStyle Style, double Offset)> Pieces(Line line, double space, bool wordByWord, TextRuler ruler)
    {
        var offset = 0d;
        var pending = string.Empty;
        var pendingStyle = default(TextStyle);
        var pendingAt = 0d;
        for (var index = 0; index < line.Words.Count; index++)
        {
            var lead = index == 0 ? string.Empty : " ";
            offset += index == 0 ? 0 : space;
            foreach (var (text, style) in line.Words[index].Fragments)
            {
                if (pending.Length > 0 && !wordByWord && style == pendingStyle)
                {
                    pending += lead + text;
                }
                else
                {
                    if (pending.Length > 0)
                    {
                        yield return (pending + lead, pendingStyle, pendingAt);
                    }

                    (pending, pendingStyle, pendingAt) = (text, style, offset);
                }

                offset += ruler.Width(text, style);
                lead = string.Empty;
            }
        }

        yield return (pending, pendingStyle, pendingAt);
    }
}
