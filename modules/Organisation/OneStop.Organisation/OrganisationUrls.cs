namespace OneStop.Organisation;

internal static class OrganisationUrls
{
    public const string Browse = "/quan-tri/to-chuc";
    public const string Calendars = "/quan-tri/lich-lam-viec";
    public const string Substitutes = "/nguoi-thay";

    public static string Agency(Guid id) => $"{Browse}?co-quan={id}";

    public static string Post(Guid id) => $"/quan-tri/to-chuc/vi-tri/{id}";

    public static string CalendarsOf(int year) => $"{Calendars}?nam={year}";

    public static string CalendarDay(DateOnly day, string what) => $"{Calendars}?nam={day.Year}&ngay={day:yyyy-MM-dd}&viec={what}";
}
