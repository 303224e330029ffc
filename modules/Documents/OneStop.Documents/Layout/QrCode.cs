using PdfSharp.Drawing;
using QRCoder;

namespace OneStop.Documents.Layout;

/// <summary>A QR code as vector squares: sharp on any printer, no picture to embed.</summary>
internal sealed class QrCode(string content, double size) : Block
{
    public bool AlignRight { get; init; } = true;

    public override IEnumerable<Strip> Arrange(TextRuler ruler, double width)
    {
        using var data = QRCodeGenerator.GenerateQrCode(content, QRCodeGenerator.ECCLevel.M);
        var modules = data.ModuleMatrix.Select(row => row.Cast<bool>().ToArray()).ToArray();
        yield return new Strip(size, (page, at) => Draw(page, new XPoint(at.X + (AlignRight ? Math.Max(0, width - size) : 0), at.Y), modules));
    }

    private void Draw(XGraphics page, XPoint at, bool[][] modules)
    {
        var side = size / modules.Length;
        var squares = new XGraphicsPath { FillMode = XFillMode.Winding };
        for (var row = 0; row < modules.Length; row++)
        {
            for (var start = 0; start < modules.Length; start++)
            {
                if (!modules[row][start])
                {
                    continue;
                }

                var end = start;
                while (end < modules.Length && modules[row][end])
                {
                    end++;
                }

                squares.AddRectangle(at.X + (start * side), at.Y + (row * side), (end - start) * side, side);
                start = end;
            }
        }

        page.DrawPath(XBrushes.Black, squares);
    }
}
