using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace OneStop.Documents.Signing;

/// <summary>The objects of a PDF that this product wrote (cross-reference tables, plain dictionaries), as far as an incremental update needs them.</summary>
internal sealed partial class PdfRevision
{
    private readonly byte[] content;
    private readonly Dictionary<int, int> offsets = [];

    public PdfRevision(byte[] content)
    {
        this.content = content;
        var tail = Encoding.Latin1.GetString(content, Math.Max(0, content.Length - 64), Math.Min(64, content.Length));
        var start = StartXref().Matches(tail);
        StartOfTable = start.Count > 0 ? int.Parse(start[^1].Groups[1].Value, CultureInfo.InvariantCulture) : throw NotOurs("startxref");
        Trailer = ReadTables();
        Root = Reference(Trailer, "Root");
        Size = int.Parse(Match(Trailer, @"/Size\s+(\d+)").Groups[1].Value, CultureInfo.InvariantCulture);
    }

    public int StartOfTable { get; }

    public string Trailer { get; }

    public int Root { get; }

    public int Size { get; }

    /// <summary>The dictionary of an object, from its opening to its closing brackets.</summary>
    public string Dictionary(int number) => offsets.TryGetValue(number, out var offset) ? BalancedAt(offset) : throw NotOurs($"object {number}");

    public int FirstPage()
    {
        var number = Reference(Dictionary(Root), "Pages");
        for (var depth = 0; depth < 32; depth++)
        {
            var node = Dictionary(number);
            if (!node.Contains("/Kids", StringComparison.Ordinal))
            {
                return number;
            }

            number = int.Parse(Match(node, @"/Kids\s*\[\s*(\d+)\s+0\s+R").Groups[1].Value, CultureInfo.InvariantCulture);
        }

        throw NotOurs("page tree");
    }

    public static int Reference(string dictionary, string key) =>
        int.Parse(Match(dictionary, $@"/{key}\s+(\d+)\s+0\s+R").Groups[1].Value, CultureInfo.InvariantCulture);

    public static bool Has(string dictionary, string key) => Regex.IsMatch(dictionary, $@"/{key}\b");

    private static Match Match(string text, string pattern) => Regex.Match(text, pattern) is { Success: true } match ? match : throw NotOurs(pattern);

    private static InvalidDataException NotOurs(string what) => new($"The PDF was not written by this product: {what} was not found.");

    // From the newest table to the oldest; what a newer one names wins.
    private string ReadTables()
    {
        string? newest = null;
        for (var at = StartOfTable; ;)
        {
            var text = Encoding.Latin1.GetString(content, at, content.Length - at);
            var trailerAt = text.IndexOf("trailer", StringComparison.Ordinal);
            if (!text.StartsWith("xref", StringComparison.Ordinal) || trailerAt < 0)
            {
                throw NotOurs("xref");
            }

            ReadEntries(text[4..trailerAt]);
            var trailer = BalancedAt(at + trailerAt);
            newest ??= trailer;
            if (Regex.Match(trailer, @"/Prev\s+(\d+)") is not { Success: true } previous)
            {
                return newest;
            }

            at = int.Parse(previous.Groups[1].Value, CultureInfo.InvariantCulture);
        }
    }

    private void ReadEntries(string table)
    {
        var number = 0;
        foreach (var line in table.Split('\n', '\r').Select(line => line.Trim()).Where(line => line.Length > 0))
        {
            var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (words.Length == 2)
            {
                number = int.Parse(words[0], CultureInfo.InvariantCulture);
                continue;
            }

            if (words is [var offset, _, "n"])
            {
                offsets.TryAdd(number, int.Parse(offset, CultureInfo.InvariantCulture));
            }

            number++;
        }
    }

    private string BalancedAt(int from)
    {
        var start = content.AsSpan(from).IndexOf("<<"u8) + from;
        var depth = 0;
        for (var index = start; index < content.Length - 1; index++)
        {
            switch (content[index])
            {
                case (byte)'(':
                    index = EndOfString(index);
                    break;
                case (byte)'<' when content[index + 1] == '<':
                    depth++;
                    index++;
                    break;
                case (byte)'>' when content[index + 1] == '>':
                    depth--;
                    index++;
                    if (depth == 0)
                    {
                        return Encoding.Latin1.GetString(content, start, index + 1 - start);
                    }

                    break;
            }
        }

        throw NotOurs("the end of a dictionary");
    }

    private int EndOfString(int index)
    {
        for (var depth = 0; index < content.Length; index++)
        {
            switch (content[index])
            {
                case (byte)'\\':
                    index++;
                    break;
                case (byte)'(':
                    depth++;
                    break;
                case (byte)')' when --depth == 0:
                    return index;
            }
        }

        throw NotOurs("the end of a string");
    }

    [GeneratedRegex(@"startxref\s+(\d+)\s+%%EOF")]
    private static partial Regex StartXref();
}
