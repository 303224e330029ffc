using System.Collections.Concurrent;
using System.Text;
using OneStop.Documents.Layout;

namespace OneStop.Documents.Forms.Templates;

/// <summary>A text of a template, taken apart once: words and fields, each regular, bold or italic. What a field holds is never read as marks.</summary>
internal sealed class TemplateText
{
    /// <summary>Dots for what is filled in by hand.</summary>
    public const string Blank = "................";

    private static readonly ConcurrentDictionary<string, TemplateText> Known = new(StringComparer.Ordinal);

    private readonly List<Piece> pieces = [];

    private TemplateText(string source)
    {
        var (bold, italic) = (false, false);
        var words = new StringBuilder();
        for (var index = 0; index < source.Length; index++)
        {
            switch (source[index])
            {
                case '*':
                    Flush(words, bold, italic);
                    bold = !bold;
                    break;
                case '_':
                    Flush(words, bold, italic);
                    italic = !italic;
                    break;
                case '{' when source.IndexOf('}', index) is var end and > 0:
                    Flush(words, bold, italic);
                    pieces.Add(new Piece(source[(index + 1)..end], IsField: true, bold, italic));
                    index = end;
                    break;
                default:
                    words.Append(source[index]);
                    break;
            }
        }

        Flush(words, bold, italic);
    }

    public IEnumerable<string> Fields => pieces.Where(piece => piece.IsField).Select(piece => piece.Text);

    public static TemplateText Of(string source) => Known.GetOrAdd(source, static text => new TemplateText(text));

    public bool HasOnlyEmptyFields(Func<string, string?> value) =>
        pieces.Exists(piece => piece.IsField) && pieces.TrueForAll(piece => !piece.IsField || string.IsNullOrWhiteSpace(value(piece.Text)));

    public Run[] Runs(TextStyle style, Func<string, string?> value, string blank = Blank) =>
    [
        .. pieces.Select(piece => new Run(
            piece.IsField ? Filled(value(piece.Text), blank) : piece.Text,
            style with { Bold = style.Bold || piece.Bold, Italic = style.Italic || piece.Italic })),
    ];

    public string Plain(Func<string, string?> value) => string.Concat(pieces.Select(piece => piece.IsField ? value(piece.Text)?.Trim() ?? string.Empty : piece.Text));

    private static string Filled(string? value, string blank) => string.IsNullOrWhiteSpace(value) ? blank : value.Trim();

    private void Flush(StringBuilder words, bool bold, bool italic)
    {
        if (words.Length > 0)
        {
            pieces.Add(new Piece(words.ToString(), IsField: false, bold, italic));
            words.Clear();
        }
    }

    private sealed record Piece(string Text, bool IsField, bool Bold, bool Italic);
}
