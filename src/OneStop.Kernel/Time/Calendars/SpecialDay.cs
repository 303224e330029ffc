namespace OneStop.Kernel.Time.Calendars;

/// <summary>Kinds of days that differ from their weekday, as the holiday table codes them.</summary>
public static class DayKinds
{
    /// <summary>Holiday (ngày lễ, tết; Bộ luật Lao động art. 112).</summary>
    public const string Holiday = "le";

    /// <summary>Day off in place of a holiday that fell on weekly rest (nghỉ bù; art. 111.3).</summary>
    public const string Compensatory = "nghi_bu";

    /// <summary>Working day swapped into a day off (hoán đổi).</summary>
    public const string SwappedOff = "hoan_doi";

    /// <summary>Day of weekly rest worked in exchange (làm bù).</summary>
    public const string WorkedInExchange = "lam_bu";

    /// <summary>Day worked in part, with hours of its own.</summary>
    public const string PartOfDay = "mot_phan";

    /// <summary>All kinds.</summary>
    public static IReadOnlyList<string> All { get; } = [Holiday, Compensatory, SwappedOff, WorkedInExchange, PartOfDay];
}

/// <summary>A date that differs from its weekday.</summary>
/// <param name="Date">The day.</param>
/// <param name="Name">Its name.</param>
/// <param name="Kind">Code of <see cref="DayKinds"/>.</param>
/// <param name="Hours">Hours of that day; null means the standard hours of the week it falls in.</param>
public sealed record SpecialDay(DateOnly Date, string Name, string Kind, DaySchedule? Hours)
{
    /// <summary>A row of the holiday table; hours only for a day worked in part.</summary>
    public static SpecialDay FromTable(DateOnly date, string name, string kind, DaySchedule? hours = null) =>
        new(date, name, kind, kind == DayKinds.WorkedInExchange ? null : kind == DayKinds.PartOfDay ? hours : DaySchedule.Closed);
}
