using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using OneStop.Documents.Contracts;
using OneStop.Kernel.Results;
using OneStop.Kernel.Time;
using PdfSharp.Drawing;

namespace OneStop.Documents.Signing;

/// <summary>
/// Appends one signature to a PDF as an incremental update: not a byte before it changes, so signatures that are there stay valid.
/// PDFsharp writes whole files only, which is why this is ours.
/// </summary>
internal static class SignatureRevision
{
    // Holds the signature and a chain of a few certificates; the rest is filled with zeros, as PDF asks.
    private const int ContentsBytes = 12_000;
    private const int StampBytes = 12_000;
    private const string RangeRoom = "0000000000 0000000000 0000000000";

    public static async ValueTask<Result<byte[]>> AppendAsync(
        byte[] pdf, SigningKey key, SignatureStamp? stamp, SignatureDetails details, string signerName, XRect widget, CancellationToken cancellationToken)
    {
        var room = stamp is not null ? ContentsBytes + StampBytes : ContentsBytes;
        var (content, contentsAt) = Prepare(pdf, details, signerName, widget, room);
        var contentsEnd = contentsAt + (2 * room) + 2;
        var range = string.Create(CultureInfo.InvariantCulture, $"{contentsAt:0000000000} {contentsEnd:0000000000} {content.Length - contentsEnd:0000000000}");
        var rangeAt = content.AsSpan(pdf.Length).IndexOf(Encoding.ASCII.GetBytes(RangeRoom)) + pdf.Length;
        Encoding.ASCII.GetBytes(range, content.AsSpan(rangeAt));

        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(content, 0, contentsAt);
        hash.AppendData(content, contentsEnd, content.Length - contentsEnd);
        var signed = await CadesMessage.SignAsync(hash.GetHashAndReset(), key, stamp, cancellationToken);
        if (!signed.TryGet(out var message))
        {
            return signed.AsFailure<byte[]>();
        }

        if (message.Length > room)
        {
            return Error.Unavailable(SigningErrors.KeyUnusable, details.AgencyName);
        }

        Encoding.ASCII.GetBytes(Convert.ToHexString(message), content.AsSpan(contentsAt + 1));
        return content;
    }

    private static (byte[] Content, int ContentsAt) Prepare(byte[] pdf, SignatureDetails details, string signerName, XRect widget, int room)
    {
        var revision = new PdfRevision(pdf);
        var catalog = revision.Dictionary(revision.Root);
        var page = revision.FirstPage();
        var next = revision.Size;
        var (signature, field, appearance) = (next++, next++, next++);
        var isFirst = !PdfRevision.Has(catalog, "AcroForm");
        var form = isFirst ? next++ : PdfRevision.Reference(catalog, "AcroForm");
        using var output = new MemoryStream();
        output.Write(pdf);
        var writer = new ObjectWriter(output);

        writer.Begin(signature);
        writer.Write(string.Create(CultureInfo.InvariantCulture, $"<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached /ByteRange [0 {RangeRoom}] /Contents "));
        var contentsAt = (int)output.Position;
        writer.Write($"<{new string('0', 2 * room)}> /M ({PdfTime(details.SignedAt)}) /Name {Text(signerName)} /Location {Text(details.AgencyName)} /Reason {Text(details.Reason)} >>");
        writer.End();
        writer.Put(field, string.Create(
            CultureInfo.InvariantCulture,
            $"<< /Type /Annot /Subtype /Widget /FT /Sig /T (Signature{signature}) /V {signature} 0 R /P {page} 0 R /F 132 /Rect [{widget.Left:0.##} {widget.Top:0.##} {widget.Right:0.##} {widget.Bottom:0.##}] /AP << /N {appearance} 0 R >> >>"));
        // The marks themselves are part of the page, so that they print anywhere; the widget only leads to the signature.
        writer.Put(appearance, string.Create(
            CultureInfo.InvariantCulture, $"<< /Type /XObject /Subtype /Form /BBox [0 0 {widget.Width:0.##} {widget.Height:0.##}] /Length 0 >>\nstream\n\nendstream"));
        writer.Put(page, Added(revision.Dictionary(page), "Annots", field));
        writer.Put(form, isFirst ? $"<< /SigFlags 3 /Fields [{field} 0 R] >>" : Added(revision.Dictionary(form), "Fields", field));
        if (isFirst)
        {
            writer.Put(revision.Root, $"{catalog[..^2]} /AcroForm {form} 0 R >>");
        }

        writer.Finish(revision, next);
        return (output.ToArray(), contentsAt);
    }

    // Adds a reference to an array of the dictionary, which may not be there yet.
    private static string Added(string dictionary, string key, int number)
    {
        var at = dictionary.IndexOf($"/{key}", StringComparison.Ordinal);
        var entry = string.Create(CultureInfo.InvariantCulture, $" {number} 0 R");
        if (at < 0)
        {
            return $"{dictionary[..^2]} /{key} [{entry}] >>";
        }

        var end = dictionary.IndexOf(']', at);
        return dictionary.Insert(end, entry);
    }

    private static string PdfTime(DateTimeOffset moment) => moment.ToVietnam().ToString("'D:'yyyyMMddHHmmss'+07''00'''", CultureInfo.InvariantCulture);

    private static string Text(string words) => $"<FEFF{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(words))}>";

    private sealed class ObjectWriter(MemoryStream output)
    {
        private static readonly string[] Kept = ["Info", "ID"];

        private readonly SortedDictionary<int, long> offsets = [];

        public void Begin(int number)
        {
            Write("\n");
            offsets[number] = output.Position;
            Write(string.Create(CultureInfo.InvariantCulture, $"{number} 0 obj\n"));
        }

        public void End() => Write("\nendobj\n");

        public void Put(int number, string body)
        {
            Begin(number);
            Write(body);
            End();
        }

        public void Write(string text) => output.Write(Encoding.Latin1.GetBytes(text));

        public void Finish(PdfRevision revision, int size)
        {
            var table = output.Position;
            Write("xref\n");
            foreach (var (number, offset) in offsets)
            {
                Write(string.Create(CultureInfo.InvariantCulture, $"{number} 1\n{offset:0000000000} 00000 n \n"));
            }

            var kept = string.Join(' ', Kept.Select(key => Entry(revision.Trailer, key)).Where(entry => entry.Length > 0));
            Write(string.Create(
                CultureInfo.InvariantCulture,
                $"trailer\n<< /Size {size} /Root {revision.Root} 0 R {kept} /Prev {revision.StartOfTable} >>\nstartxref\n{table}\n%%EOF\n"));
        }

        private static string Entry(string trailer, string key) =>
            System.Text.RegularExpressions.Regex.Match(trailer, $@"/{key}\s*(\[[^\]]*\]|\d+ \d+ R)") is { Success: true } match ? match.Value : string.Empty;
    }
}
