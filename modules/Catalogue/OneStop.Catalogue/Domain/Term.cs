namespace OneStop.Catalogue.Domain;

// A processing time that can be computed with, or the reason why it cannot.
internal sealed record Term
{
    private Term(decimal? amount, string? unit, string? reason, string origin) => (Amount, Unit, Reason, Origin) = (amount, unit, reason, origin);

    public decimal? Amount { get; }
    public string? Unit { get; }
    public string? Reason { get; }
    public string Origin { get; }
    public bool Computable => Amount is not null;

    public static Term Of(decimal amount, string unit, string origin) => new(amount, unit, null, origin);

    public static Term Unknown(string reason) => new(null, null, reason, TermOrigins.None);
}

internal static class TermUnits
{
    public const string Hour = "hour";
    public const string WorkingDay = "working_day";
    public const string Day = "day";
    public const string Month = "month";

    // Returned on the day of filing; filed after 15:00, on the next working day.
    public const string SameDay = "same_day";
}

internal static class TermReasons
{
    public const string NotPublished = "not_published";
    public const string SeveralStages = "several_stages";
    public const string SeeText = "see_text";
    public const string NoUnit = "no_unit";
}

internal static class TermOrigins
{
    public const string Column = "column";
    public const string Text = "text";
    public const string None = "none";
}
