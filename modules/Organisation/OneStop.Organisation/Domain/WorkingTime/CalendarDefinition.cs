namespace OneStop.Organisation.Domain.WorkingTime;

// Everything a calendar is made of. Coverage is the span for which the holiday table is known:
// outside it no date is computed, because a date that forgets a Tết holiday is a wrong promise.
internal sealed record CalendarDefinition(
    string Code,
    IReadOnlyList<WeeklyHours> Weeks,
    IReadOnlyList<SpecialDay> SpecialDays,
    DateOnly CoveredFrom,
    DateOnly CoveredThrough)
{
    // The holiday table is issued by calendar year, so it covers the whole of the first and last year it names.
    public static CalendarDefinition ForTable(string code, IReadOnlyList<WeeklyHours> weeks, IReadOnlyList<SpecialDay> table)
    {
        var years = table.Count == 0 ? (First: 1, Last: 0) : (First: table.Min(d => d.Date.Year), Last: table.Max(d => d.Date.Year));
        return table.Count == 0
            ? new CalendarDefinition(code, weeks, table, DateOnly.MaxValue, DateOnly.MinValue)
            : new CalendarDefinition(code, weeks, table, new DateOnly(years.First, 1, 1), new DateOnly(years.Last, 12, 31));
    }
}
