using System.Globalization;

namespace OneStop.UI;

/// <summary>Numbers as the reader writes them.</summary>
public static class Figures
{
    private const int MostCounted = 10_000;

    /// <summary>A count with thousands apart; above ten thousand "10.000+", because nobody counts further.</summary>
    public static string Count(long count) =>
        count > MostCounted ? $"{MostCounted.ToString("N0", CultureInfo.CurrentCulture)}+" : count.ToString("N0", CultureInfo.CurrentCulture);

    /// <summary>The size of a file: 850 KB, 2,4 MB.</summary>
    public static string FileSize(long bytes) => bytes switch
    {
        < 1024 => string.Create(CultureInfo.CurrentCulture, $"{bytes} B"),
        < 1024 * 1024 => string.Create(CultureInfo.CurrentCulture, $"{bytes / 1024.0:0} KB"),
        < 1024L * 1024 * 1024 => string.Create(CultureInfo.CurrentCulture, $"{bytes / (1024.0 * 1024):0.#} MB"),
        _ => string.Create(CultureInfo.CurrentCulture, $"{bytes / (1024.0 * 1024 * 1024):0.##} GB"),
    };
}
