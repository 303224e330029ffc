namespace OneStop.Organisation.Domain;

internal static class OrganisationErrors
{
    public const string UnknownProvince = "organisation.unknown_province";
    public const string UnknownPost = "organisation.unknown_post";
    public const string UnknownAgency = "organisation.unknown_agency";
    public const string UnknownCalendar = "organisation.unknown_calendar";
    public const string UnknownAccount = "organisation.unknown_account";
    public const string SubstituteIsHolder = "organisation.substitute_is_holder";
    public const string SubstitutionEndsBeforeItStarts = "organisation.substitution_ends_before_it_starts";
    public const string DateRequired = "organisation.date_required";
    public const string UnknownDay = "organisation.unknown_day";
    public const string DayNameRequired = "organisation.day_name_required";
    public const string DayKindRequired = "organisation.day_kind_required";
    public const string DayTaken = "organisation.day_taken";
    public const string DayHoursRequired = "organisation.day_hours_required";
    public const string HoursOverlap = "organisation.hours_overlap";
    public const string HoursUnreadable = "organisation.hours_unreadable";
    public const string GroundRequired = "organisation.calendar_ground_required";
    public const string DocumentRequired = "organisation.calendar_document_required";
    public const string HoursInThePast = "organisation.hours_in_the_past";
    public const string CalendarNameRequired = "organisation.calendar_name_required";
    public const string CalendarNameTaken = "organisation.calendar_name_taken";
    public const string CalendarAssignedAlready = "organisation.calendar_assigned_already";
    public const string AgencyNotFound = "organisation.agency_not_found";
    public const string AgencyAmbiguous = "organisation.agency_ambiguous";
    public const string DatesWouldBeLost = "organisation.calendar_dates_would_be_lost";
    public const string OutsideReach = "organisation.calendar_outside_reach";
}
