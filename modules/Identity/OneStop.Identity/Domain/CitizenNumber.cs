using System.Collections.Frozen;

namespace OneStop.Identity.Domain;

// Số định danh cá nhân, NĐ 137/2015/NĐ-CP art. 13: three digits for the place of birth registration, one for century and sex,
// two for the year of birth, six at random.
internal static class CitizenNumber
{
    private const int Length = 12;

    // Statistics codes of the 63 provinces, written with three digits. People keep them after the mergers of 2025.
    private static readonly FrozenSet<int> Provinces = new[]
    {
        1, 2, 4, 6, 8, 10, 11, 12, 14, 15, 17, 19, 20, 22, 24, 25, 26, 27, 30, 31, 33, 34, 35, 36, 37, 38, 40, 42, 44, 45, 46, 48, 49, 51, 52, 54, 56, 58, 60,
        62, 64, 66, 67, 68, 70, 72, 74, 75, 77, 79, 80, 82, 83, 84, 86, 87, 89, 91, 92, 93, 94, 95, 96,
    }.ToFrozenSet();

    // Those whose birth was registered abroad carry the code of the country instead, from 101 up.
    private const int FirstCountry = 101;
    private const int LastCountry = 399;

    // The code of the error, or null. The birth date is compared when it is known.
    public static string? Check(string? number, DateOnly? birthDate, DateOnly today)
    {
        if (number is null || number.Length != Length || !number.All(char.IsAsciiDigit))
            return IdentityErrors.CitizenNumberDigits;

        var place = (Digit(number, 0) * 100) + (Digit(number, 1) * 10) + Digit(number, 2);
        if (!Provinces.Contains(place) && place is < FirstCountry or > LastCountry)
            return IdentityErrors.CitizenNumberProvince;

        var year = BirthYear(number);
        if (year > today.Year)
            return IdentityErrors.CitizenNumberCentury;
        if (birthDate is { } birth && birth.Year / 100 != year / 100)
            return IdentityErrors.CitizenNumberCentury;
        return birthDate is { } date && date.Year != year ? IdentityErrors.CitizenNumberBirthYear : null;
    }

    // 0 and 1 are the 1900s, 2 and 3 the 2000s, and so on; even digits are men.
    private static int BirthYear(string number) => 1900 + (Digit(number, 3) / 2 * 100) + (Digit(number, 4) * 10) + Digit(number, 5);

    private static int Digit(string number, int at) => number[at] - '0';
}
