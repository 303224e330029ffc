using System.Globalization;

namespace OneStop.UI;

/// <summary>Reads and writes dates as people in Vietnam type them.</summary>
public static class DateText
{
    private static readonly string[] Shapes = ["d/M/yyyy", "d-M-yyyy", "d.M.yyyy", "d M yyyy", "ddMMyyyy", "yyyy-MM-dd"];

    /// <summary>The date as dd/MM/yyyy, or null.</summary>
    public static string? Write(DateOnly? date) => date?.ToString("dd'/'MM'/'yyyy", CultureInfo.InvariantCulture);

    /// <summary>Reads 5/1/1990, 05-01-1990, 05.01.1990, 05011990 and 1990-01-05; false when it is none of them or no day of the calendar.</summary>
    public static bool TryRead(string? text, out DateOnly date) =>
        DateOnly.TryParseExact(text?.Trim() ?? "", Shapes, CultureInfo.InvariantCulture, DateTimeStyles.None, out date);
}
