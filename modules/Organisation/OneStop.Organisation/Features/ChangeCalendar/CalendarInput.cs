namespace OneStop.Organisation.Features.ChangeCalendar;

internal static class CalendarDeeds
{
    public const string Add = "add";
    public const string Change = "change";
    public const string Remove = "remove";
    public const string Hours = "hours";
    public const string Create = "create";
    public const string Assign = "assign";
}

// One change as it was typed. It travels through the preview unchanged and is read and computed again when it is confirmed.
public sealed class CalendarInput
{
    public string? Deed { get; set; }

    public string? Date { get; set; }

    // Another date for a row that stands.
    public string? NewDate { get; set; }

    // Code or full name of the agency that gets another calendar.
    public string? Agency { get; set; }

    public string? Name { get; set; }

    public string? Kind { get; set; }

    public string? Hours { get; set; }

    public string? Calendar { get; set; }

    public string? Monday { get; set; }

    public string? Tuesday { get; set; }

    public string? Wednesday { get; set; }

    public string? Thursday { get; set; }

    public string? Friday { get; set; }

    public string? Saturday { get; set; }

    public string? Sunday { get; set; }

    public string? Ground { get; set; }

    public string? Document { get; set; }

    public IReadOnlyList<(string Field, DayOfWeek Day, string? Text)> Week =>
    [
        (nameof(Monday), DayOfWeek.Monday, Monday), (nameof(Tuesday), DayOfWeek.Tuesday, Tuesday), (nameof(Wednesday), DayOfWeek.Wednesday, Wednesday),
        (nameof(Thursday), DayOfWeek.Thursday, Thursday), (nameof(Friday), DayOfWeek.Friday, Friday), (nameof(Saturday), DayOfWeek.Saturday, Saturday),
        (nameof(Sunday), DayOfWeek.Sunday, Sunday),
    ];

    // The fields of the deed's form from top to bottom: mistakes are told in that order.
    public string[] Order =>
    [
        .. Deed switch
        {
            CalendarDeeds.Hours => [nameof(Calendar), nameof(Date), .. Week.Select(d => d.Field)],
            CalendarDeeds.Create => [nameof(Name), nameof(Calendar)],
            CalendarDeeds.Assign => [nameof(Agency), nameof(Calendar)],
            _ => new[] { nameof(Date), nameof(NewDate), nameof(Name), nameof(Kind), nameof(Hours) },
        },
        nameof(Ground), nameof(Document),
    ];

    // Everything that was typed, by field: what a confirmation carries along.
    public IReadOnlyList<(string Field, string? Value)> Fields =>
    [
        (nameof(Deed), Deed), (nameof(Date), Date), (nameof(NewDate), NewDate), (nameof(Agency), Agency), (nameof(Name), Name), (nameof(Kind), Kind), (nameof(Hours), Hours), (nameof(Calendar), Calendar),
        .. Week.Select(d => (d.Field, d.Text)), (nameof(Ground), Ground), (nameof(Document), Document),
    ];
}
