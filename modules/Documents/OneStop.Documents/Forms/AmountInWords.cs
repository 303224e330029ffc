using System.Globalization;

namespace OneStop.Documents.Forms;

/// <summary>Whole đồng in Vietnamese words ("một trăm linh năm nghìn đồng"), as receipts write them beside the figures.</summary>
internal static class AmountInWords
{
    private static readonly string[] Digits = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"];
    private static readonly string[] Scales = ["", "nghìn", "triệu", "tỷ", "nghìn tỷ", "triệu tỷ"];

    public static string Of(decimal amount)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(amount);
        var whole = (long)decimal.Round(amount, MidpointRounding.AwayFromZero);
        var words = whole == 0 ? Digits[0] : string.Join(' ', Groups(whole));
        return char.ToUpper(words[0], CultureInfo.InvariantCulture) + words[1..] + " đồng";
    }

    private static IEnumerable<string> Groups(long whole)
    {
        var groups = new List<int>();
        for (var rest = whole; rest > 0; rest /= 1000)
        {
            groups.Add((int)(rest % 1000));
        }

        for (var scale = groups.Count - 1; scale >= 0; scale--)
        {
            if (groups[scale] == 0)
            {
                continue;
            }

            yield return Group(groups[scale], spellHundreds: scale < groups.Count - 1);
            if (Scales[scale].Length > 0)
            {
                // "tỷ" is said once: 1.005.000.000.000 is "một nghìn không trăm linh năm tỷ".
                var billionsFollow = scale > 3 && groups[3..scale].Exists(group => group > 0);
                yield return billionsFollow ? Scales[scale].Replace(" tỷ", string.Empty, StringComparison.Ordinal) : Scales[scale];
            }
        }
    }

    private static string Group(int number, bool spellHundreds)
    {
        var (hundreds, tens, units) = (number / 100, number / 10 % 10, number % 10);
        var words = new List<string>();
        if (hundreds > 0 || spellHundreds)
        {
            words.Add($"{Digits[hundreds]} trăm");
        }

        switch (tens)
        {
            case 0 when units > 0 && words.Count > 0:
                words.Add("linh");
                break;
            case 1:
                words.Add("mười");
                break;
            case > 1:
                words.Add($"{Digits[tens]} mươi");
                break;
        }

        if (units > 0)
        {
            words.Add((tens, units) switch
            {
                ( > 1, 1) => "mốt",
                ( > 1, 4) => "tư",
                ( > 0, 5) => "lăm",
                _ => Digits[units],
            });
        }

        return string.Join(' ', words);
    }
}
