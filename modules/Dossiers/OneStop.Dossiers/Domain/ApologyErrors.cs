namespace OneStop.Dossiers.Domain;

internal static class ApologyErrors
{
    public const string NotWaiting = "apology.not_waiting";
    public const string ReasonVague = "apology.reason_vague";
    public const string DayUnreadable = "apology.day_unreadable";
    public const string TimeUnreadable = "apology.time_unreadable";
    public const string NotAfterNow = "apology.not_after_now";
    public const string NotLater = "apology.not_later";
    public const string OutsideOfficeHours = "apology.outside_office_hours";
    public const string TooFar = "apology.too_far";
}
