using System.Globalization;
using OneStop.Kernel.Time;

namespace OneStop.UI;

/// <summary>Moments as people in Vietnam read them: their own clock, day before month, 24 hours.</summary>
public static class MomentText
{
    /// <summary>dd/MM/yyyy.</summary>
    public static string Date(DateTimeOffset moment) => moment.ToVietnam().ToString("dd'/'MM'/'yyyy", CultureInfo.InvariantCulture);

    /// <summary>dd/MM/yyyy HH:mm.</summary>
    public static string DateAndTime(DateTimeOffset moment) => moment.ToVietnam().ToString("dd'/'MM'/'yyyy HH:mm", CultureInfo.InvariantCulture);

    /// <summary>HH:mm.</summary>
    public static string Clock(DateTimeOffset moment) => moment.ToVietnam().ToString("HH:mm", CultureInfo.InvariantCulture);
}
