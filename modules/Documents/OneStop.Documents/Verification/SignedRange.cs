using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace OneStop.Documents.Verification;

/// <summary>
/// A signature as it lies in the file. The two ranges must leave out the hexadecimal signature and nothing else: a wider gap is how a signed
/// file is made to show other pages (signature wrapping).
/// </summary>
internal sealed partial record SignedRange(int Before, int After, int End, string Dictionary)
{
    private const int LongestDictionary = 4_000;

    public static IEnumerable<SignedRange?> Find(byte[] file)
    {
        // Latin-1 keeps one character for each byte, so that places in the text are places in the file.
        foreach (Match match in ByteRange().Matches(Encoding.Latin1.GetString(file)))
        {
            yield return Read(file, match);
        }
    }

    public ReadOnlyMemory<byte> Message(byte[] file)
    {
        var hex = Encoding.ASCII.GetString(file, Before + 1, After - Before - 2);
        return Convert.FromHexString(hex.Length % 2 == 0 ? hex : hex + "0");
    }

    public byte[] Content(byte[] file)
    {
        var content = new byte[Before + (End - After)];
        file.AsSpan(0, Before).CopyTo(content);
        file.AsSpan(After, End - After).CopyTo(content.AsSpan(Before));
        return content;
    }

    public string? Text(string key)
    {
        var match = Regex.Match(Dictionary, $@"/{key}\s*(?:<([0-9A-Fa-f\s]*)>|\(((?:\\.|[^\\)])*)\))");
        if (!match.Success)
        {
            return null;
        }

        var bytes = match.Groups[1].Success
            ? Convert.FromHexString(WithoutSpace(match.Groups[1].Value))
            : Encoding.Latin1.GetBytes(Regex.Replace(match.Groups[2].Value, @"\\(.)", "$1"));
        return bytes is [0xFE, 0xFF, ..] ? Encoding.BigEndianUnicode.GetString(bytes, 2, bytes.Length - 2) : Encoding.Latin1.GetString(bytes);
    }

    public DateTimeOffset? Time()
    {
        var match = PdfTime().Match(Text("M") ?? string.Empty);
        if (!match.Success)
        {
            return null;
        }

        var zone = match.Groups["sign"].Value is "+" or "-" ? $"{match.Groups["sign"].Value}{match.Groups["hour"].Value}:{match.Groups["minute"].Value.PadLeft(2, '0')}" : "+00:00";
        return DateTimeOffset.TryParseExact(match.Groups["time"].Value + zone, "yyyyMMddHHmmsszzz", CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment) ? moment : null;
    }

    private static SignedRange? Read(byte[] file, Match match)
    {
        if (!TryNumbers(match, out var numbers) || numbers is not [0, var before, var after, var length] || before <= 0 || after <= before + 2 || length < 0
            || (long)after + length > file.Length || file[before] != '<' || file[after - 1] != '>' || !IsHex(file.AsSpan(before + 1, after - before - 2)))
        {
            return null;
        }

        // The dictionary stands around the gap; the gap itself is of no interest here.
        var from = Math.Max(0, before - LongestDictionary);
        var start = Encoding.Latin1.GetString(file, from, before - from);
        var opening = start.LastIndexOf(" obj", StringComparison.Ordinal);
        var rest = Encoding.Latin1.GetString(file, after, Math.Min(LongestDictionary, file.Length - after));
        var end = rest.IndexOf("endobj", StringComparison.Ordinal);
        return new SignedRange(before, after, after + length, start[Math.Max(opening, 0)..] + (end < 0 ? rest : rest[..end]));
    }

    private static bool TryNumbers(Match match, out int[] numbers)
    {
        numbers = new int[4];
        for (var index = 0; index < 4; index++)
        {
            if (!int.TryParse(match.Groups[index + 1].Value, NumberStyles.None, CultureInfo.InvariantCulture, out numbers[index]))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsHex(ReadOnlySpan<byte> bytes)
    {
        foreach (var one in bytes)
        {
            if (!char.IsAsciiHexDigit((char)one))
            {
                return false;
            }
        }

        return true;
    }

    private static string WithoutSpace(string hex)
    {
        var digits = string.Concat(hex.Where(char.IsAsciiHexDigit));
        return digits.Length % 2 == 0 ? digits : digits + "0";
    }

    [GeneratedRegex(@"/ByteRange\s*\[\s*(\d{1,10})\s+(\d{1,10})\s+(\d{1,10})\s+(\d{1,10})\s*\]")]
    private static partial Regex ByteRange();

    [GeneratedRegex(@"^D:(?<time>\d{14})(?:(?<sign>[+\-Z])(?<hour>\d{2})?'?(?<minute>\d{2})?'?)?")]
    private static partial Regex PdfTime();
}
