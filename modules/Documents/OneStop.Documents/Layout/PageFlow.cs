namespace OneStop.Documents.Layout;

internal sealed record PlacedStrip(Strip Strip, double Y);

/// <summary>Pours strips into pages: what belongs together stays together as long as a page can hold it.</summary>
internal sealed class PageFlow(double pageHeight)
{
    private readonly List<List<PlacedStrip>> pages = [[]];
    private double y;

    public IReadOnlyList<IReadOnlyList<PlacedStrip>> Pour(IEnumerable<Strip> strips)
    {
        var chunk = new List<Strip>();
        foreach (var strip in strips)
        {
            chunk.Add(strip);
            if (!strip.KeepWithNext)
            {
                Place(chunk);
                chunk.Clear();
            }
        }

        Place(chunk);
        return pages;
    }

    private void Place(List<Strip> chunk)
    {
        if (chunk.Count == 0)
        {
            return;
        }

        var height = chunk.Sum(strip => strip.Height);
        if (y + height > pageHeight && y > 0 && height + (chunk[0].RepeatedHead?.Height ?? 0) <= pageHeight)
        {
            TurnPage();
        }

        foreach (var strip in chunk)
        {
            PlaceOne(strip);
        }
    }

    private void PlaceOne(Strip strip)
    {
        if (y + strip.Height > pageHeight && y > 0)
        {
            TurnPage();
        }

        if (y == 0 && strip.RepeatedHead is { } head && pages.Count > 1)
        {
            Put(head);
        }

        Put(strip);
    }

    private void Put(Strip strip)
    {
        pages[^1].Add(new PlacedStrip(strip, y));
        y += strip.Height;
    }

    private void TurnPage()
    {
        if (pages[^1] is [.., { Strip.CloseAtPageEnd: { } close } last])
        {
            pages[^1].Add(new PlacedStrip(new Strip(0, close), last.Y + last.Strip.Height));
        }

        pages.Add([]);
        y = 0;
    }
}
