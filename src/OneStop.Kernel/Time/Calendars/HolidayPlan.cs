namespace OneStop.Kernel.Time.Calendars;

/// <summary>When the holidays of a year are planned well enough to promise dates: all of Bộ luật Lao động art. 112 stand in the table.</summary>
public static class HolidayPlan
{
    private const int TetDays = 5;

    /// <summary>Years in a row, without gap, that are planned; the last run when there are several.</summary>
    public static IReadOnlyList<int> PlannedYears(IReadOnlyList<SpecialDay> table)
    {
        var years = table.Select(d => d.Date.Year).Distinct().Where(year => Missing(table, year).Count == 0).Order().ToList();
        var start = years.Count - 1;
        while (start > 0 && years[start - 1] == years[start] - 1)
            start--;
        return start < 0 ? [] : years[start..];
    }

    /// <summary>The holidays of art. 112 that the table does not name for the year: codes of <see cref="PlanGaps"/>.</summary>
    public static IReadOnlyList<string> Missing(IReadOnlyList<SpecialDay> table, int year)
    {
        var days = table.Where(d => d.Date.Year == year && d.Kind == DayKinds.Holiday).Select(d => d.Date).ToHashSet();
        var missing = new List<string>();
        Need(days.Contains(new DateOnly(year, 1, 1)), PlanGaps.NewYear);
        // Between 21 January and 20 February lies the first day of every lunar year; the plan may add a week on each side.
        Need(days.Count(d => d >= new DateOnly(year, 1, 14) && d <= new DateOnly(year, 2, 28)) >= TetDays, PlanGaps.Tet);
        // 10/3 of the lunar year lies between 28 March and 28 April.
        Need(days.Any(d => d >= new DateOnly(year, 3, 26) && d <= new DateOnly(year, 4, 29)), PlanGaps.HungKings);
        Need(days.Contains(new DateOnly(year, 4, 30)), PlanGaps.Victory);
        Need(days.Contains(new DateOnly(year, 5, 1)), PlanGaps.Labour);
        Need(days.Contains(new DateOnly(year, 9, 2)) && (days.Contains(new DateOnly(year, 9, 1)) || days.Contains(new DateOnly(year, 9, 3))), PlanGaps.National);
        return missing;

        void Need(bool there, string gap)
        {
            if (!there)
                missing.Add(gap);
        }
    }
}

/// <summary>Holidays of Bộ luật Lao động art. 112, for saying which of them a year's plan lacks.</summary>
public static class PlanGaps
{
    /// <summary>1 January.</summary>
    public const string NewYear = "new_year";

    /// <summary>Five days of Tết.</summary>
    public const string Tet = "tet";

    /// <summary>Giỗ Tổ Hùng Vương, the tenth of the third lunar month.</summary>
    public const string HungKings = "hung_kings";

    /// <summary>30 April.</summary>
    public const string Victory = "victory";

    /// <summary>1 May.</summary>
    public const string Labour = "labour";

    /// <summary>2 September and one day beside it.</summary>
    public const string National = "national";

    /// <summary>All of them, in the order of the year.</summary>
    public static IReadOnlyList<string> All { get; } = [NewYear, Tet, HungKings, Victory, Labour, National];
}
