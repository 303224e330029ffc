using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace OneStop.Identity.Domain;

internal static class PasswordPolicy
{
    public const int Shortest = 10;
    public const int Longest = 128;
    public const int Remembered = 5;

    private const int ShortestFact = 4;

    // What people type first when they are asked for ten characters, lower case.
    private static readonly FrozenSet<string> Common = new[]
    {
        "1234567890", "12345678910", "0123456789", "123456789a", "a123456789", "a1234567890", "abc1234567", "abc123456789", "qwerty1234", "qwerty12345",
        "qwertyuiop1", "1q2w3e4r5t", "1q2w3e4r5t6y", "password12", "password123", "password1234", "matkhau123", "matkhau1234", "matkhau12345", "vietnam123",
        "vietnam1234", "vietnam2024", "vietnam2025", "vietnam2026", "hanoi12345", "hanoi123456", "saigon12345", "iloveyou12", "iloveyou123", "anhyeuem123",
        "emyeuanh123", "admin12345", "admin123456", "administrator1", "welcome123", "welcome1234", "letmein1234", "dichvucong1", "dichvucong123", "congdan123",
        "motcua1234", "abcd123456", "abcde12345", "aa123456789", "zxcvbnm123", "1qaz2wsx3edc", "qazwsx1234", "test123456", "111111111a", "123123123a",
    }.ToFrozenSet();

    public static IEnumerable<string> Check(string password, IEnumerable<string?> facts)
    {
        if (password.Length < Shortest)
            yield return IdentityErrors.PasswordTooShort;
        else if (password.Length > Longest)
            yield return IdentityErrors.PasswordTooLong;

        if (!password.Any(char.IsLetter) || !password.Any(char.IsDigit))
            yield return IdentityErrors.PasswordNeedsLetterAndDigit;
        else if (Common.Contains(password.ToLowerInvariant()) || password.Distinct().Count() < 5)
            yield return IdentityErrors.PasswordTooCommon;

        var plain = Plain(password);
        if (facts.Select(f => Plain(f ?? "")).Any(f => f.Length >= ShortestFact && plain.Contains(f, StringComparison.Ordinal)))
            yield return IdentityErrors.PasswordHoldsPersonalFact;
    }

    // Without diacritics, spaces and case: NguyenVanAn1990 holds Nguyễn Văn An.
    private static string Plain(string text) =>
        new([.. text.Normalize(NormalizationForm.FormD).ToLowerInvariant().Replace('đ', 'd')
            .Where(c => char.IsLetterOrDigit(c) && CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)]);
}
