using PdfSharp.Drawing;
using PdfSharp.Pdf;

namespace OneStop.Documents.Layout;

/// <summary>Pages that are numbered together: one copy of a form, one decision.</summary>
internal sealed record Section(Paper Paper, IReadOnlyList<Block> Blocks, Func<PageNumber, Paragraph?> Footer)
{
    /// <summary>Page number at the top, as NĐ 30/2020 has it for decisions.</summary>
    public Func<PageNumber, Paragraph?> Header { get; init; } = _ => null;
}

internal readonly record struct PageNumber(int Number, int Count);

internal sealed record PdfProperties(string Title, string Subject, string Author, string Language, DateTimeOffset CreatedAt);

internal static class PdfComposer
{
    private const double FurnitureDistance = 6;

    public static byte[] Compose(PdfProperties properties, params IReadOnlyList<Section> sections)
    {
        EmbeddedFonts.Install();
        using var document = new PdfDocument();
        document.Info.Title = OneLine(properties.Title);
        document.Info.Subject = OneLine(properties.Subject);
        document.Info.Author = OneLine(properties.Author);
        document.Info.Creator = "OneStop";
        document.Info.CreationDate = properties.CreatedAt.UtcDateTime;
        document.Language = properties.Language;
        document.ViewerPreferences.DisplayDocTitle = true;
        using var ruler = new TextRuler();
        foreach (var section in sections)
        {
            Draw(document, section, ruler);
        }

        using var output = new MemoryStream();
        document.Save(output, closeStream: false);
        return output.ToArray();
    }

    private static string OneLine(string text) => PrintableText.Of(text).Replace('\n', ' ');

    private static void Draw(PdfDocument document, Section section, TextRuler ruler)
    {
        var paper = section.Paper;
        var pages = new PageFlow(paper.ContentHeight).Pour(section.Blocks.SelectMany(block => block.Arrange(ruler, paper.ContentWidth)));
        for (var index = 0; index < pages.Count; index++)
        {
            var page = document.AddPage();
            page.Width = XUnit.FromPoint(paper.Width);
            page.Height = XUnit.FromPoint(paper.Height);
            using var graphics = XGraphics.FromPdfPage(page);
            foreach (var (strip, y) in pages[index])
            {
                strip.Draw(graphics, new XPoint(paper.Left, paper.Top + y));
            }

            var number = new PageNumber(index + 1, pages.Count);
            DrawFurniture(graphics, section.Footer(number), paper, ruler, _ => paper.Height - paper.Bottom + FurnitureDistance);
            DrawFurniture(graphics, section.Header(number), paper, ruler, height => paper.Top - FurnitureDistance - height);
        }
    }

    private static void DrawFurniture(XGraphics graphics, Paragraph? furniture, Paper paper, TextRuler ruler, Func<double, double> place)
    {
        if (furniture is null)
        {
            return;
        }

        var strips = furniture.Arrange(ruler, paper.ContentWidth).ToArray();
        var y = place(strips.Sum(strip => strip.Height));
        foreach (var strip in strips)
        {
            strip.Draw(graphics, new XPoint(paper.Left, y));
            y += strip.Height;
        }
    }
}
