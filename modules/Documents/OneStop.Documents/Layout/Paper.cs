namespace OneStop.Documents.Layout;

/// <summary>Sheet and margins in points; the printable area is what is left.</summary>
internal sealed record Paper(double Width, double Height, double Left, double Top, double Right, double Bottom)
{
    private const double Millimetre = 72 / 25.4;

    /// <summary>Margins of NĐ 30/2020, Annex I, for A4: top and bottom 20 to 25, left 30 to 35, right 15 to 20 mm.</summary>
    public static Paper A4 { get; } = FromMillimetres(210, 297, left: 30, top: 20, right: 20, bottom: 20);

    public static Paper A4Landscape { get; } = FromMillimetres(297, 210, left: 15, top: 20, right: 15, bottom: 15);

    // NĐ 30/2020 sets no margins for A5; these leave room for the names of the head at 12 points.
    public static Paper A5 { get; } = FromMillimetres(148, 210, left: 13, top: 10, right: 9, bottom: 13);

    public double ContentWidth => Width - Left - Right;

    public double ContentHeight => Height - Top - Bottom;

    private static Paper FromMillimetres(double width, double height, double left, double top, double right, double bottom) =>
        new(width * Millimetre, height * Millimetre, left * Millimetre, top * Millimetre, right * Millimetre, bottom * Millimetre);
}
