using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using OneStop.Approvals.Domain;
using OneStop.Approvals.Engine.Bpmn;
using OneStop.Kernel.Results;

namespace OneStop.Approvals.Drawing;

/// <summary>A process file as text, and what it says about itself. The text is kept as it came: every element, vendor extension and comment.</summary>
internal sealed record ProcessText(string Xml, string Key, string Name, bool HasDiagram)
{
    private const int LongestKey = 100;
    private const int LongestName = 1000;
    private const int DeepestElement = 200;

    /// <summary>Reads what somebody has uploaded or drawn; it need not compile yet.</summary>
    public static Result<ProcessText> Read(byte[] content)
    {
        if (content.Length > BpmnCompiler.LongestFile)
            return Error.Invalid(ApprovalErrors.FileTooLarge, null, BpmnCompiler.LongestFile / (1024 * 1024));
        try
        {
            using var stream = new MemoryStream(content);
            using var reader = XmlReader.Create(stream, Settings());
            var document = Load(reader);
            return document is null ? Error.Invalid(ApprovalErrors.FileTooDeep) : From(document, Text(content));
        }
        catch (XmlException exception)
        {
            // The reader's own words name the DTD where there is one: entities that grow without end or fetch files need it.
            var forbidden = exception.Message.Contains("DTD", StringComparison.Ordinal);
            return forbidden
                ? Error.Invalid(ApprovalErrors.FileHasDtd)
                : Error.Invalid(ApprovalErrors.FileNotXml, null, exception.LineNumber, exception.LinePosition);
        }
        catch (Exception exception) when (exception is DecoderFallbackException or ArgumentException or NotSupportedException)
        {
            return Error.Invalid(ApprovalErrors.FileNotXml, null, 1, 1);
        }
    }

    public static Result<ProcessText> Read(string xml) => Read(Encoding.UTF8.GetBytes(xml));

    public static XDocument Parse(string xml)
    {
        using var text = new StringReader(xml);
        using var reader = XmlReader.Create(text, Settings());
        return XDocument.Load(reader, LoadOptions.PreserveWhitespace | LoadOptions.SetLineInfo);
    }

    private static Result<ProcessText> From(XDocument document, string xml)
    {
        var root = document.Root!;
        if (root.Name != BpmnNames.Model + "definitions")
            return Error.Invalid(ApprovalErrors.FileNotBpmn);
        var process = root.Elements(BpmnNames.Model + "process").OrderBy(p => p.IsFalse("isExecutable")).FirstOrDefault();
        var own = process?.OwnExtensions().FirstOrDefault(e => e.Name.LocalName == "process");
        var key = own?.Text("key") ?? process?.Text("id") ?? root.Text("id") ?? "";
        var name = process?.Text("name") ?? root.Text("name") ?? key;
        if (key.Length == 0)
            return Error.Invalid(ApprovalErrors.FileNotBpmn);
        return new ProcessText(xml, Cut(key, LongestKey), Cut(name, LongestName), HasShapes(root));
    }

    private static bool HasShapes(XElement root) => root.Descendants(BpmnDrawing.Diagram + "BPMNShape").Any();

    private static string Cut(string text, int longest) => text.Length > longest ? text[..longest] : text;

    // An element within an element ten thousand times over costs the stack of whoever reads it.
    private static XDocument? Load(XmlReader reader)
    {
        var writer = new XDocument();
        using (var into = writer.CreateWriter())
        {
            while (reader.Read())
            {
                if (reader.Depth > DeepestElement)
                    return null;
                Copy(reader, into);
            }
        }

        return writer;
    }

    private static void Copy(XmlReader reader, XmlWriter into)
    {
        switch (reader.NodeType)
        {
            case XmlNodeType.Element:
                into.WriteStartElement(reader.Prefix, reader.LocalName, reader.NamespaceURI);
                into.WriteAttributes(reader, defattr: false);
                if (reader.IsEmptyElement)
                    into.WriteEndElement();
                break;
            case XmlNodeType.EndElement:
                into.WriteFullEndElement();
                break;
            case XmlNodeType.Text or XmlNodeType.CDATA:
                into.WriteString(reader.Value);
                break;
        }
    }

    /// <summary>What is stored and handed out is UTF-8; a file that says another encoding is told so.</summary>
    private static string Text(byte[] content)
    {
        using var stream = new MemoryStream(content);
        using var reader = XmlReader.Create(stream, Settings());
        reader.Read();
        var declared = reader.NodeType == XmlNodeType.XmlDeclaration ? reader.GetAttribute("encoding") : null;
        var encoding = ByMark(content) ?? (declared is null ? Encoding.UTF8 : Encoding.GetEncoding(declared));
        var text = encoding.GetString(content).TrimStart('\uFEFF');
        return declared is null || declared.Equals("utf-8", StringComparison.OrdinalIgnoreCase)
            ? text
            : string.Create(CultureInfo.InvariantCulture, $"<?xml version=\"1.0\" encoding=\"UTF-8\"?>{text[(text.IndexOf("?>", StringComparison.Ordinal) + 2)..]}");
    }

    private static Encoding? ByMark(byte[] content) => content switch
    {
        [0xFF, 0xFE, ..] => Encoding.Unicode,
        [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode,
        _ => null,
    };

    private static XmlReaderSettings Settings() =>
        new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = BpmnCompiler.LongestFile };
}
