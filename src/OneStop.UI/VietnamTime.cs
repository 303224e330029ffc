using System.Globalization;

namespace OneStop.UI;

/// <summary>Moments as people in Vietnam read them: their own clock, day before month, 24 hours.</summary>
public static class VietnamTime
{
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Ho_Chi_Minh");

    /// <summary>The moment on the Vietnamese clock.</summary>
    public static DateTimeOffset Local(DateTimeOffset moment) => TimeZoneInfo.ConvertTime(moment, Zone);

    /// <summary>dd/MM/yyyy.</summary>
    public static string Date(DateTimeOffset moment) => Local(moment).ToString("dd'/'MM'/'yyyy", CultureInfo.InvariantCulture);

    /// <summary>dd/MM/yyyy HH:mm.</summary>
    public static string DateAndTime(DateTimeOffset moment) => Local(moment).ToString("dd'/'MM'/'yyyy HH:mm", CultureInfo.InvariantCulture);

    /// <summary>HH:mm.</summary>
    public static string Clock(DateTimeOffset moment) => Local(moment).ToString("HH:mm", CultureInfo.InvariantCulture);
}
