namespace OneStop.Organisation.Domain.WorkingTime;

// A date that differs from its weekday: a holiday, a compensatory or swapped day off, or a day of rest that is worked instead.
// The kind is the code of the holiday table (le, nghi_bu, hoan_doi, lam_bu), kept as data.
internal sealed record SpecialDay(DateOnly Date, string Name, string Kind, DaySchedule? Hours)
{
    public const string WorkedInExchange = "lam_bu";

    // Null hours mean the standard hours of the week the date falls in.
    public static SpecialDay FromTable(DateOnly date, string name, string kind) =>
        new(date, name, kind, kind == WorkedInExchange ? null : DaySchedule.Closed);
}
