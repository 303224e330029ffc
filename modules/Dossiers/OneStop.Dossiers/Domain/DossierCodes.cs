using System.Globalization;
using System.Security.Cryptography;

namespace OneStop.Dossiers.Domain;

// Mã hồ sơ: agency, day of receipt, order in the day (TT 01/2018/TT-VPCP art. 19; TT 03/2025/TT-VPCP).
internal static class DossierNumber
{
    public const int Length = 60;

    public static string SeriesOf(string agencyCode, DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"dossier:{agencyCode}:{day:yyMMdd}");

    public static string Format(string agencyCode, DateOnly day, long order) => string.Create(CultureInfo.InvariantCulture, $"{agencyCode}-{day:yyMMdd}-{order:0000}");
}

// Codes that people read out and type: no letter or digit that looks like another.
internal static class ReadableCode
{
    public const string Alphabet = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

    public static string New(int length) => RandomNumberGenerator.GetString(Alphabet, length);

    // What a person may have typed for a code: any case, with spaces or hyphens.
    public static string Normalise(string? typed) =>
        typed is null ? "" : string.Concat(typed.Where(c => !char.IsWhiteSpace(c) && c != '-')).ToUpperInvariant();
}

// Stands for the number from sending until acceptance.
internal static class TemporaryCode
{
    public const int Length = 20;

    public static string New(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"T{day:yyMMdd}-{ReadableCode.New(8)}");
}

// The short secret that together with the code opens public tracking.
internal static class LookupCode
{
    public const string HashPurpose = "dossiers.lookup_code";

    public static string New() => ReadableCode.New(6);
}
