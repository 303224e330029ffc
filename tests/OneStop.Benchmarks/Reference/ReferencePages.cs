using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace OneStop.Benchmarks.Reference;

public enum PieceKind
{
    Markup,
    Text,
    Open,
    Close,
}

public sealed record PagePiece(PieceKind Kind, string Content, KeyValuePair<string, string>[]? Attributes = null);

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

    // Every command of the page over one connection of the pool; the rows are kept, as a page keeps what it shows.
    internal async Task<IReadOnlyList<object[]>> QueryAsync(string name)
    {
        var rows = new List<object[]>();
        await using var connection = plan.NewConnection();
        await connection.OpenAsync();
        foreach (var asked in pages[name].Commands)
        {
            await using var command = asked.On(connection);
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
            {
                var row = new object[reader.FieldCount];
                reader.GetValues(row);
                rows.Add(row);
            }
        }

        return rows;
    }

    // As the Razor compiler would have it: what never changes is markup, an element with something changing inside is a frame of its own, as is each
    // of its attributes and texts. Icons are markup.
    private static PagePiece[] Cut(string html)
    {
        var start = html.IndexOf("<main", StringComparison.Ordinal);
        var end = html.IndexOf("</main>", StringComparison.Ordinal);
        if (start < 0 || end < 0)
            return [new(PieceKind.Markup, html)];

        var cut = new List<PagePiece> { new(PieceKind.Markup, html[..start]) };
        foreach (Match match in Parts().Matches(html[start..end]))
        {
            var text = match.Value;
            if (string.IsNullOrWhiteSpace(text) || Fixed().IsMatch(text))
                cut.Add(new(PieceKind.Markup, text));
            else if (text.StartsWith("</", StringComparison.Ordinal))
                cut.Add(new(PieceKind.Close, ""));
            else if (text[0] == '<')
                cut.Add(new(PieceKind.Open, Word().Match(text).Value, [.. Attribute().Matches(text).Select(Read)]));
            else
                cut.Add(new(PieceKind.Text, WebUtility.HtmlDecode(text)));
        }

        cut.Add(new(PieceKind.Close, ""));
        cut.Add(new(PieceKind.Markup, html[(end + "</main>".Length)..]));
        return [.. cut];
    }

    private static KeyValuePair<string, string> Read(Match attribute) => new(attribute.Groups[1].Value, WebUtility.HtmlDecode(attribute.Groups[2].Value));

    [GeneratedRegex("<svg.*?</svg>|<[^>]*>|[^<]+", RegexOptions.Singleline)]
    private static partial Regex Parts();

    [GeneratedRegex("^<(?:svg|!|br|hr|img|input|link|meta|wbr)")]
    private static partial Regex Fixed();

    [GeneratedRegex(@"\w+")]
    private static partial Regex Word();

    [GeneratedRegex(@"\s([\w-]+)(?:=""([^""]*)"")?")]
    private static partial Regex Attribute();
}
