using System.Globalization;

namespace OneStop.Benchmarks;

internal static class Figures
{
    public static double Median(IReadOnlyList<double> values)
    {
        var sorted = values.Order().ToArray();
        var middle = sorted.Length / 2;
        return sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    public static string Rate(double perSecond) => perSecond.ToString(perSecond < 100 ? "0.0" : "#,0", CultureInfo.InvariantCulture);

    public static string Count(long number) => number.ToString("#,0", CultureInfo.InvariantCulture);

    public static string Ratio(double ratio) => ratio.ToString("0.00", CultureInfo.InvariantCulture);
}

// Rows of one Markdown table, in the order they were measured.
internal sealed class FiguresTable(params string[] columns)
{
    private readonly List<string[]> rows = [];

    public void Add(params string[] cells) => rows.Add(cells);

    public bool IsEmpty => rows.Count == 0;

    public void Write(TextWriter output)
    {
        output.WriteLine($"| {string.Join(" | ", columns)} |");
        output.WriteLine($"| {string.Join(" | ", columns.Select((_, i) => i < 2 ? "---" : "---:"))} |");
        foreach (var row in rows)
            output.WriteLine($"| {string.Join(" | ", row)} |");
        output.WriteLine();
    }
}
