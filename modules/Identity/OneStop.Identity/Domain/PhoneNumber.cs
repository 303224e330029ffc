namespace OneStop.Identity.Domain;

// Vietnamese numbers: ten or eleven digits from 0; +84 means the same. Kept in the national form.
internal static class PhoneNumber
{
    public static string? Normalise(string? text)
    {
        var digits = new string([.. (text ?? "").Where(c => c is not (' ' or '.' or '-' or '(' or ')'))]);
        if (digits.StartsWith("+84", StringComparison.Ordinal))
            digits = "0" + digits[3..];
        return digits.Length is 10 or 11 && digits[0] == '0' && digits[1] != '0' && digits.All(char.IsAsciiDigit) ? digits : null;
    }
}
