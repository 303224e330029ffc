using OneStop.Kernel.Time;

namespace OneStop.Dossiers.Features.CountApologies;

// The periods of the public page, by their word in its address. Anything else reads as this month.
internal static class ApologyPeriod
{
    public const string Month = "thang";
    public const string Quarter = "quy";
    public const string Year = "nam";
    public const string PreviousYear = "nam-truoc";

    public static IReadOnlyList<string> All { get; } = [Month, Quarter, Year, PreviousYear];

    public static string Read(string? word) => All.Contains(word) ? word! : Month;

    // First and last day, in Việt Nam.
    public static (DateOnly From, DateOnly Through) Days(string period, DateTimeOffset now)
    {
        var today = now.VietnamDate();
        var (from, months) = period switch
        {
            Quarter => (new DateOnly(today.Year, ((today.Month - 1) / 3 * 3) + 1, 1), 3),
            Year => (new DateOnly(today.Year, 1, 1), 12),
            PreviousYear => (new DateOnly(today.Year - 1, 1, 1), 12),
            _ => (new DateOnly(today.Year, today.Month, 1), 1),
        };
        return (from, from.AddMonths(months).AddDays(-1));
    }
}
