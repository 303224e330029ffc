namespace OneStop.Organisation.Domain.WorkingTime;

internal static class CalendarErrors
{
    public const string HoursOverlap = "calendar.hours_overlap";
    public const string DuplicateDay = "calendar.duplicate_day";
    public const string NoWorkingDay = "calendar.no_working_day";
    public const string NoHolidays = "calendar.no_holidays";
    public const string OutsideTable = "calendar.outside_holiday_table";
    public const string UnsoundTerm = "calendar.unsound_term";
}
