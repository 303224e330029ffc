namespace OneStop.Organisation.Domain.WorkingTime;

internal enum TermUnit
{
    // Working hours, as the steps of a process are given.
    WorkingHours,
    WorkingDays,
    CalendarDays,
    Months,

    // The result is due on the day of receipt; after 15:00, on the next working day.
    SameDay,
}

// How long the law or the process gives. Parts of a unit are possible for hours and working days only.
internal readonly record struct Term(decimal Amount, TermUnit Unit)
{
    public static readonly Term SameDay = new(0, TermUnit.SameDay);

    // Longer than any term in law; guards the arithmetic against typing errors in the catalogue.
    private const decimal Longest = 40_000;

    public bool IsSound => Unit switch
    {
        TermUnit.SameDay => true,
        TermUnit.WorkingHours or TermUnit.WorkingDays => Amount is > 0 and <= Longest,
        _ => Amount is > 0 and <= Longest && decimal.Truncate(Amount) == Amount,
    };

    public static Term Hours(decimal amount) => new(amount, TermUnit.WorkingHours);

    public static Term WorkingDays(decimal amount) => new(amount, TermUnit.WorkingDays);

    public static Term CalendarDays(int amount) => new(amount, TermUnit.CalendarDays);

    public static Term Months(int amount) => new(amount, TermUnit.Months);
}
