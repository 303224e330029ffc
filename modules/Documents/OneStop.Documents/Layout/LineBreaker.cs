using System.Globalization;
using System.Text;

namespace OneStop.Documents.Layout;

/// <summary>Breaks runs of text into lines of a given width; a word longer than the line is cut between characters as the reader sees them.</summary>
internal sealed class LineBreaker(TextRuler ruler, double width, double firstLineIndent)
{
    private readonly List<Line> lines = [];
    private readonly List<Word> words = [];
    private readonly List<Run> fragments = [];
    private double lineWidth;
    private double wordWidth;

    private double Available => lines.Count == 0 ? width - firstLineIndent : width;

    public IReadOnlyList<Line> Break(IEnumerable<Run> runs)
    {
        foreach (var run in runs)
        {
            Take(run with { Text = PrintableText.Of(run.Text) });
        }

        EndLine(endsParagraph: true);
        return lines;
    }

    private void Take(Run run)
    {
        var piece = new StringBuilder();
        foreach (var character in run.Text)
        {
            if (character is not (' ' or '\n'))
            {
                piece.Append(character);
                continue;
            }

            Append(piece, run.Style);
            EndWord();
            if (character == '\n')
            {
                EndLine(endsParagraph: true);
            }
        }

        Append(piece, run.Style);
    }

    private void Append(StringBuilder piece, TextStyle style)
    {
        if (piece.Length == 0)
        {
            return;
        }

        var text = piece.ToString();
        piece.Clear();
        var size = ruler.Width(text, style);
        if (wordWidth + size <= Available)
        {
            fragments.Add(new Run(text, style));
            wordWidth += size;
            return;
        }

        CutOverlong(text, style);
    }

    private void CutOverlong(string text, TextStyle style)
    {
        var part = new StringBuilder();
        var partWidth = 0d;
        var elements = StringInfo.GetTextElementEnumerator(text);
        while (elements.MoveNext())
        {
            var element = elements.GetTextElement();
            var size = ruler.Width(element, style);
            if (wordWidth + partWidth + size > Available && wordWidth + partWidth > 0)
            {
                AddFragment(part, partWidth, style);
                partWidth = 0;
                EndWord();
                EndLine(endsParagraph: false);
            }

            part.Append(element);
            partWidth += size;
        }

        AddFragment(part, partWidth, style);
    }

    private void AddFragment(StringBuilder part, double partWidth, TextStyle style)
    {
        if (part.Length > 0)
        {
            fragments.Add(new Run(part.ToString(), style));
            wordWidth += partWidth;
            part.Clear();
        }
    }

    private void EndWord()
    {
        if (fragments.Count == 0)
        {
            return;
        }

        var space = words.Count == 0 ? 0 : ruler.SpaceWidth(fragments[0].Style);
        if (words.Count > 0 && lineWidth + space + wordWidth > Available)
        {
            CloseLine(endsParagraph: false);
            space = 0;
        }

        words.Add(new Word([.. fragments], wordWidth));
        lineWidth += space + wordWidth;
        fragments.Clear();
        wordWidth = 0;
    }

    private void EndLine(bool endsParagraph)
    {
        EndWord();
        if (words.Count > 0 || endsParagraph)
        {
            CloseLine(endsParagraph);
        }
    }

    private void CloseLine(bool endsParagraph)
    {
        lines.Add(new Line([.. words], endsParagraph));
        words.Clear();
        lineWidth = 0;
    }
}
