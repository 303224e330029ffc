using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace OneStop.Benchmarks.Reference;

public sealed record PagePiece(bool IsText, string Content);

public sealed partial class ReferencePages
{
    private readonly ReferencePlan plan;
    private readonly Dictionary<string, ReferencePage> pages;
    private readonly Dictionary<string, byte[]> bytes;
    private readonly Dictionary<string, PagePiece[]> pieces;

    internal ReferencePages(ReferencePlan plan)
    {
        this.plan = plan;
        pages = plan.Pages.ToDictionary(p => p.Name);
        bytes = plan.Pages.ToDictionary(p => p.Name, p => Encoding.UTF8.GetBytes(p.Html));
        pieces = plan.Pages.ToDictionary(p => p.Name, p => Cut(p.Html));
    }

    internal byte[] BytesOf(string name) => bytes[name];

    internal PagePiece[] PiecesOf(string name) => pieces[name];

    // Every command of the page over one connection of the pool, every value read.
    internal async Task QueryAsync(string name)
    {
        await using var connection = plan.NewConnection();
        await connection.OpenAsync();
        foreach (var asked in pages[name].Commands)
        {
            await using var command = asked.On(connection);
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
            {
                for (var column = 0; column < reader.FieldCount; column++)
                    _ = reader.GetValue(column);
            }
        }
    }

    private static PagePiece[] Cut(string html)
    {
        var start = html.IndexOf("<main", StringComparison.Ordinal);
        var end = html.IndexOf("</main>", StringComparison.Ordinal);
        if (start < 0 || end < 0)
            return [new(false, html)];

        var cut = new List<PagePiece> { new(false, html[..start]) };
        foreach (Match match in TagOrText().Matches(html[start..end]))
        {
            var text = match.Value;
            if (text[0] != '<' && !string.IsNullOrWhiteSpace(text))
                cut.Add(new(true, WebUtility.HtmlDecode(text)));
            else if (cut[^1].IsText)
                cut.Add(new(false, text));
            else
                cut[^1] = new(false, cut[^1].Content + text);
        }

        cut.Add(new(false, html[end..]));
        return [.. cut];
    }

    [GeneratedRegex("<[^>]*>|[^<]+")]
    private static partial Regex TagOrText();
}
