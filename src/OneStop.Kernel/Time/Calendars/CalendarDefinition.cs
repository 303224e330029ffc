namespace OneStop.Kernel.Time.Calendars;

/// <summary>
/// Everything a calendar is made of. Coverage is the span for which the holiday table is known: outside it no date is computed,
/// because a date that forgets a Tết holiday is a wrong promise.
/// </summary>
/// <param name="Code">Code of the calendar.</param>
/// <param name="Weeks">Hours by week, each from its date on.</param>
/// <param name="SpecialDays">Days that differ from their weekday.</param>
/// <param name="CoveredFrom">First covered day.</param>
/// <param name="CoveredThrough">Last covered day.</param>
public sealed record CalendarDefinition(
    string Code, IReadOnlyList<WeeklyHours> Weeks, IReadOnlyList<SpecialDay> SpecialDays, DateOnly CoveredFrom, DateOnly CoveredThrough)
{
    /// <summary>A calendar over the years whose plan is complete; a year of which only some holidays are known does not count.</summary>
    public static CalendarDefinition ForTable(string code, IReadOnlyList<WeeklyHours> weeks, IReadOnlyList<SpecialDay> table)
    {
        var years = HolidayPlan.PlannedYears(table);
        return years.Count == 0
            ? new CalendarDefinition(code, weeks, table, DateOnly.MaxValue, DateOnly.MinValue)
            : new CalendarDefinition(code, weeks, table, new DateOnly(years[0], 1, 1), new DateOnly(years[^1], 12, 31));
    }
}
