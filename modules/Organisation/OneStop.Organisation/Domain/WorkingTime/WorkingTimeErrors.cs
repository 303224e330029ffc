namespace OneStop.Organisation.Domain.WorkingTime;

internal static class WorkingTimeErrors
{
    public const string HoursOverlap = "calendar.hours_overlap";
    public const string DuplicateDay = "calendar.duplicate_day";
    public const string NoWorkingDay = "calendar.no_working_day";
    public const string NoHolidays = "calendar.no_holidays";
    public const string UnsoundTerm = "calendar.unsound_term";
}
