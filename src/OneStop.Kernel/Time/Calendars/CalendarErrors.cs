namespace OneStop.Kernel.Time.Calendars;

/// <summary>Codes of calendar failures.</summary>
public static class CalendarErrors
{
    /// <summary>The holiday table ends before the date asked for; an administrator must extend it. {0} is the last planned day.</summary>
    public const string NotPlanned = "calendar.not_planned";

    /// <summary>Sessions of a day overlap or end before they begin. {0} is the calendar.</summary>
    public const string HoursOverlap = "calendar.hours_overlap";

    /// <summary>A day stands twice in the table. {0} is the calendar, {1} the day.</summary>
    public const string DuplicateDay = "calendar.duplicate_day";

    /// <summary>No day of the calendar is worked. {0} is the calendar.</summary>
    public const string NoWorkingDay = "calendar.no_working_day";

    /// <summary>No year of the holiday table is complete. {0} is the calendar.</summary>
    public const string NoHolidays = "calendar.no_holidays";

    /// <summary>A day worked in part has no hours. {0} is the calendar, {1} the day.</summary>
    public const string PartWithoutHours = "calendar.part_without_hours";

    /// <summary>A term that is negative, zero hours or absurdly long. {0} is the amount.</summary>
    public const string UnsoundTerm = "calendar.unsound_term";
}
