using PdfSharp.Drawing;

namespace OneStop.Documents.Layout;

/// <summary>A piece of the document that can say, for a given width, of which strips it is made.</summary>
internal abstract class Block
{
    public abstract IEnumerable<Strip> Arrange(TextRuler ruler, double width);
}

/// <summary>The smallest thing that is never cut by a page end: a line of text, a table line, a header, a picture.</summary>
/// <param name="Height">Space it takes down the page.</param>
/// <param name="Draw">Draws it with the given point as its top left corner.</param>
internal sealed record Strip(double Height, Action<XGraphics, XPoint> Draw)
{
    public bool KeepWithNext { get; init; }

    /// <summary>Drawn again above this strip when it opens a page (the head of a table).</summary>
    public Strip? RepeatedHead { get; init; }

    /// <summary>Drawn below this strip when it closes a page (the lower rule of a table cell that goes on).</summary>
    public Action<XGraphics, XPoint>? CloseAtPageEnd { get; init; }

    public static Strip Empty(double height) => new(height, static (_, _) => { });
}

internal sealed class Gap(double height) : Block
{
    public override IEnumerable<Strip> Arrange(TextRuler ruler, double width) => [Strip.Empty(height)];
}

/// <summary>Keeps its blocks on one page, together with what follows when asked.</summary>
internal sealed class Together(IReadOnlyList<Block> blocks) : Block
{
    public override IEnumerable<Strip> Arrange(TextRuler ruler, double width)
    {
        var strips = blocks.SelectMany(block => block.Arrange(ruler, width)).ToArray();
        return strips.Select((strip, index) => index < strips.Length - 1 ? strip with { KeepWithNext = true } : strip);
    }
}
