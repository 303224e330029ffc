using System.Globalization;
using System.IO.Compression;
using System.Security;
using System.Text;

namespace OneStop.Dossiers.Register;

internal sealed record SheetColumn(string Head, double Width, string? Group = null);

// A spreadsheet (Office Open XML) written row by row into its archive: nothing but the row at hand is in memory.
internal sealed class SheetWriter : IAsyncDisposable
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const int LongestCell = 32_767;
    private const double LineHeight = 15;
    private const double HighestRow = 409;

    private readonly ZipArchive archive;
    private readonly IReadOnlyList<SheetColumn> columns;
    private readonly string title;
    private StreamWriter? sheet;
    private int row;

    public SheetWriter(Stream output, string name, string title, IReadOnlyList<SheetColumn> columns)
    {
        archive = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true);
        this.columns = columns;
        this.title = title;
        Part("[Content_Types].xml", """
            <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>
            """);
        Part("_rels/.rels", $"""
            <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="{Relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>
            """);
        Part("xl/_rels/workbook.xml.rels", $"""
            <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="{Relations}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="{Relations}/styles" Target="styles.xml"/></Relationships>
            """);
        Part("xl/workbook.xml", $"""
            <workbook xmlns="{Main}" xmlns:r="{Relations}"><sheets><sheet name="{Escaped(name)}" sheetId="1" r:id="rId1"/></sheets><definedNames><definedName name="_xlnm.Print_Titles" localSheetId="0">'{Escaped(name)}'!$2:$3</definedName></definedNames></workbook>
            """);
        Part("xl/styles.xml", $"""
            <styleSheet xmlns="{Main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="dd/mm/yyyy\ hh:mm"/></numFmts><fonts count="3"><font><sz val="11"/><name val="Times New Roman"/></font><font><b/><sz val="11"/><name val="Times New Roman"/></font><font><b/><sz val="14"/><name val="Times New Roman"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="2"><border/><border><left style="thin"/><right style="thin"/><top style="thin"/><bottom style="thin"/></border></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="4"><xf fontId="0" borderId="1" applyBorder="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf><xf fontId="1" borderId="1" applyFont="1" applyBorder="1" applyAlignment="1"><alignment horizontal="center" vertical="center" wrapText="1"/></xf><xf numFmtId="164" fontId="0" borderId="1" applyNumberFormat="1" applyBorder="1" applyAlignment="1"><alignment vertical="top"/></xf><xf fontId="2" applyFont="1" applyAlignment="1"><alignment horizontal="center" vertical="center"/></xf></cellXfs></styleSheet>
            """);
    }

    public async Task AddAsync(IReadOnlyList<object?> cells)
    {
        sheet ??= await BeginAsync();
        // Not every program measures wrapped text when it opens a file, and none that prints it unseen.
        var lines = cells.Select((cell, column) => cell is string text ? LinesOf(text, columns[column].Width) : 1).Max();
        var line = new StringBuilder().Append(CultureInfo.InvariantCulture, $"<row r=\"{++row}\" ht=\"{Math.Min(HighestRow, lines * LineHeight)}\" customHeight=\"1\">");
        for (var column = 0; column < cells.Count; column++)
        {
            var at = string.Create(CultureInfo.InvariantCulture, $"{Letter(column)}{row}");
            line.Append(cells[column] switch
            {
                null => $"<c r=\"{at}\" s=\"0\"/>",
                int number => string.Create(CultureInfo.InvariantCulture, $"<c r=\"{at}\" s=\"0\"><v>{number}</v></c>"),
                DateTime moment => string.Create(CultureInfo.InvariantCulture, $"<c r=\"{at}\" s=\"2\"><v>{moment.ToOADate():0.##########}</v></c>"),
                var text => Text(at, 0, text.ToString()!),
            });
        }

        await sheet.WriteAsync(line.Append("</row>"));
    }

    public async ValueTask DisposeAsync()
    {
        sheet ??= await BeginAsync();
        var merged = new List<string> { $"A1:{Letter(columns.Count - 1)}1" };
        for (var first = 0; first < columns.Count;)
        {
            var last = first;
            while (columns[first].Group is { } group && last + 1 < columns.Count && columns[last + 1].Group == group)
                last++;
            merged.Add(columns[first].Group is null ? $"{Letter(first)}2:{Letter(first)}3" : $"{Letter(first)}2:{Letter(last)}2");
            first = last + 1;
        }

        await sheet.WriteAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"</sheetData><mergeCells count=\"{merged.Count}\">{string.Concat(merged.Select(range => $"<mergeCell ref=\"{range}\"/>"))}</mergeCells><pageMargins left=\"0.4\" right=\"0.4\" top=\"0.5\" bottom=\"0.6\" header=\"0.3\" footer=\"0.3\"/><pageSetup paperSize=\"9\" orientation=\"landscape\" fitToWidth=\"1\" fitToHeight=\"0\"/><headerFooter><oddFooter>&amp;C&amp;P/&amp;N</oddFooter></headerFooter></worksheet>"));
        await sheet.DisposeAsync();
        archive.Dispose();
    }

    private async Task<StreamWriter> BeginAsync()
    {
        var writer = new StreamWriter(archive.CreateEntry("xl/worksheets/sheet1.xml", CompressionLevel.Fastest).Open(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 64 * 1024);
        await writer.WriteAsync($"<?xml version=\"1.0\" encoding=\"UTF-8\"?><worksheet xmlns=\"{Main}\"><sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr><sheetViews><sheetView workbookViewId=\"0\"><pane ySplit=\"3\" topLeftCell=\"A4\" activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews><cols>");
        foreach (var (index, column) in columns.Index())
            await writer.WriteAsync(string.Create(CultureInfo.InvariantCulture, $"<col min=\"{index + 1}\" max=\"{index + 1}\" width=\"{column.Width}\" customWidth=\"1\"/>"));
        await writer.WriteAsync($"</cols><sheetData><row r=\"1\" ht=\"30\" customHeight=\"1\">{Text("A1", 3, title)}</row><row r=\"2\" ht=\"18\" customHeight=\"1\">");
        foreach (var (index, column) in columns.Index())
            await writer.WriteAsync(Text($"{Letter(index)}2", 1, column.Group ?? column.Head));
        await writer.WriteAsync("</row><row r=\"3\" ht=\"48\" customHeight=\"1\">");
        foreach (var (index, column) in columns.Index())
            await writer.WriteAsync(Text($"{Letter(index)}3", 1, column.Group is null ? "" : column.Head));
        await writer.WriteAsync("</row>");
        row = 3;
        return writer;
    }

    // Text is always text, never a formula, whatever a citizen typed as a name.
    private static string Text(string at, int style, string text) => string.Create(
        CultureInfo.InvariantCulture,
        $"<c r=\"{at}\" s=\"{style}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{Escaped(text.Length <= LongestCell ? text : text[..LongestCell])}</t></is></c>");

    // Characters that XML cannot carry would make the whole file unreadable.
    private static string Escaped(string text) => SecurityElement.Escape(string.Concat(text.EnumerateRunes()
        .Where(rune => rune.Value is '\t' or '\n' or '\r' or >= 0x20 and not (0xFFFE or 0xFFFF) && rune != Rune.ReplacementChar))
        .Normalize(NormalizationForm.FormC));

    // A word too many goes to the next line, so a line holds a little less than its width.
    private static int LinesOf(string text, double width) => text.Split('\n').Sum(part => Math.Max(1, (int)Math.Ceiling(part.Length * 1.1 / width)));

    private static char Letter(int column) => (char)('A' + column);

    private void Part(string name, string content)
    {
        using var writer = new StreamWriter(archive.CreateEntry(name, CompressionLevel.Fastest).Open(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        writer.Write("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>");
        writer.Write(content.Trim());
    }
}
