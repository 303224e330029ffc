using System.Buffers;
using System.IO.Compression;
using System.Text;

namespace OneStop.Kernel.Files;

/// <summary>Groups of file types whose names people mix up without harm: a phone calls every picture <c>.jpg</c>.</summary>
public enum FileFamily
{
    /// <summary>PDF.</summary>
    Pdf,

    /// <summary>Pictures.</summary>
    Image,

    /// <summary>Text documents.</summary>
    Document,

    /// <summary>Spreadsheets.</summary>
    Spreadsheet,
}

/// <summary>A type of file that may be sent.</summary>
/// <param name="ContentType">Media type.</param>
/// <param name="Extension">Usual extension with the dot.</param>
/// <param name="Family">Its group.</param>
/// <param name="Label">What people call it: <c>PDF</c>, <c>JPEG</c>.</param>
public sealed record FileType(string ContentType, string Extension, FileFamily Family, string Label);

/// <summary>Tells what a file is from its bytes. The name is never believed.</summary>
public static class FileTypes
{
    /// <summary>Bytes from the beginning that <see cref="MayBeAccepted"/> wants to see.</summary>
    public const int HeadLength = 64;

    private const int MostZipEntries = 20_000;

    /// <summary>PDF.</summary>
    public static readonly FileType Pdf = new("application/pdf", ".pdf", FileFamily.Pdf, "PDF");

    /// <summary>JPEG.</summary>
    public static readonly FileType Jpeg = new("image/jpeg", ".jpg", FileFamily.Image, "JPEG");

    /// <summary>PNG.</summary>
    public static readonly FileType Png = new("image/png", ".png", FileFamily.Image, "PNG");

    /// <summary>WebP.</summary>
    public static readonly FileType WebP = new("image/webp", ".webp", FileFamily.Image, "WebP");

    /// <summary>HEIC and HEIF, as phones take them; browsers cannot show them.</summary>
    public static readonly FileType Heic = new("image/heic", ".heic", FileFamily.Image, "HEIC");

    /// <summary>TIFF, as scanners make it.</summary>
    public static readonly FileType Tiff = new("image/tiff", ".tiff", FileFamily.Image, "TIFF");

    /// <summary>Word before 2007.</summary>
    public static readonly FileType Doc = new("application/msword", ".doc", FileFamily.Document, "Word");

    /// <summary>Word.</summary>
    public static readonly FileType Docx = new("application/vnd.openxmlformats-officedocument.wordprocessingml.document", ".docx", FileFamily.Document, "Word");

    /// <summary>OpenDocument text.</summary>
    public static readonly FileType Odt = new("application/vnd.oasis.opendocument.text", ".odt", FileFamily.Document, "ODT");

    /// <summary>Excel before 2007.</summary>
    public static readonly FileType Xls = new("application/vnd.ms-excel", ".xls", FileFamily.Spreadsheet, "Excel");

    /// <summary>Excel.</summary>
    public static readonly FileType Xlsx = new("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ".xlsx", FileFamily.Spreadsheet, "Excel");

    /// <summary>OpenDocument spreadsheet.</summary>
    public static readonly FileType Ods = new("application/vnd.oasis.opendocument.spreadsheet", ".ods", FileFamily.Spreadsheet, "ODS");

    private static readonly Dictionary<string, FileFamily> Families = new(StringComparer.OrdinalIgnoreCase)
    {
        [".pdf"] = FileFamily.Pdf,
        [".jpg"] = FileFamily.Image,
        [".jpeg"] = FileFamily.Image,
        [".jpe"] = FileFamily.Image,
        [".jfif"] = FileFamily.Image,
        [".png"] = FileFamily.Image,
        [".webp"] = FileFamily.Image,
        [".heic"] = FileFamily.Image,
        [".heif"] = FileFamily.Image,
        [".tif"] = FileFamily.Image,
        [".tiff"] = FileFamily.Image,
        [".doc"] = FileFamily.Document,
        [".docx"] = FileFamily.Document,
        [".odt"] = FileFamily.Document,
        [".xls"] = FileFamily.Spreadsheet,
        [".xlsx"] = FileFamily.Spreadsheet,
        [".ods"] = FileFamily.Spreadsheet,
    };

    private static readonly byte[] WordStream = Encoding.Unicode.GetBytes("WordDocument");
    private static readonly byte[] ExcelStream = Encoding.Unicode.GetBytes("Workbook");

    private static ReadOnlySpan<byte> Zip => "PK\x03\x04"u8;

    private static ReadOnlySpan<byte> CompoundFile => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    /// <summary>Whether the first bytes leave any hope: refuses most wrong files before they are sent whole.</summary>
    /// <param name="head">The first <see cref="HeadLength"/> bytes, or fewer when the file is shorter.</param>
    public static bool MayBeAccepted(ReadOnlySpan<byte> head) => head.StartsWith(Zip) || head.StartsWith(CompoundFile) || Simple(head) is not null;

    /// <summary>The type of the file, or null when it is none that may be sent, such as a program, a web page or a document with macros.</summary>
    /// <param name="content">Read with seek; left at its end.</param>
    public static FileType? Sniff(Stream content)
    {
        Span<byte> head = stackalloc byte[HeadLength];
        content.Position = 0;
        head = head[..content.ReadAtLeast(head, HeadLength, throwOnEndOfStream: false)];
        if (head.StartsWith(Zip))
            return InsideZip(content);
        return head.StartsWith(CompoundFile) ? InsideCompoundFile(content) : Simple(head);
    }

    /// <summary>Whether the name promises what the bytes are. A name without a known extension promises nothing.</summary>
    public static bool AgreesWith(this FileType type, string fileName) =>
        !Families.TryGetValue(Path.GetExtension(fileName), out var promised) || promised == type.Family;

    private static FileType? Simple(ReadOnlySpan<byte> head)
    {
        if (AfterBlanks(head).StartsWith("%PDF-"u8))
            return Pdf;
        if (head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]))
            return Jpeg;
        if (head.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]))
            return Png;
        if (head.StartsWith("II*\0"u8) || head.StartsWith("MM\0*"u8))
            return Tiff;
        if (head.Length < 12)
            return null;
        if (head.StartsWith("RIFF"u8) && head[8..].StartsWith("WEBP"u8))
            return WebP;
        return head[4..].StartsWith("ftyp"u8) && IsHeicBrand(head[8..12]) ? Heic : null;
    }

    private static ReadOnlySpan<byte> AfterBlanks(ReadOnlySpan<byte> head) =>
        (head.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? head[3..] : head).TrimStart(" \t\r\n"u8);

    private static bool IsHeicBrand(ReadOnlySpan<byte> brand) =>
        brand.SequenceEqual("heic"u8) || brand.SequenceEqual("heix"u8) || brand.SequenceEqual("heim"u8) || brand.SequenceEqual("heis"u8)
        || brand.SequenceEqual("hevc"u8) || brand.SequenceEqual("heif"u8) || brand.SequenceEqual("mif1"u8) || brand.SequenceEqual("msf1"u8);

    private static FileType? InsideZip(Stream content)
    {
        try
        {
            content.Position = 0;
            using var zip = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
            var names = zip.Entries.Take(MostZipEntries).Select(e => e.FullName).ToHashSet(StringComparer.Ordinal);
            if (names.Any(n => n.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase)))
                return null;
            if (names.Contains("[Content_Types].xml"))
                return names.Contains("word/document.xml") ? Docx : names.Contains("xl/workbook.xml") ? Xlsx : null;
            return zip.GetEntry("mimetype") is { Length: < 100 } declared ? OpenDocument(declared) : null;
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    private static FileType? OpenDocument(ZipArchiveEntry declared)
    {
        using var reader = new StreamReader(declared.Open(), Encoding.ASCII);
        var text = reader.ReadToEnd();
        return text == Odt.ContentType ? Odt : text == Ods.ContentType ? Ods : null;
    }

    // The directory may lie anywhere in the file; the names of its streams stand there as UTF-16.
    private static FileType? InsideCompoundFile(Stream content)
    {
        var overlap = Math.Max(WordStream.Length, ExcelStream.Length) - 1;
        var buffer = ArrayPool<byte>.Shared.Rent(256 * 1024);
        try
        {
            content.Position = 0;
            var kept = 0;
            for (int read; (read = content.Read(buffer, kept, buffer.Length - kept)) > 0;)
            {
                var window = buffer.AsSpan(0, kept + read);
                if (window.IndexOf(WordStream) >= 0)
                    return Doc;
                if (window.IndexOf(ExcelStream) >= 0)
                    return Xls;
                kept = Math.Min(overlap, window.Length);
                window[^kept..].CopyTo(buffer);
            }

            return null;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
