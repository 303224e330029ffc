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
    public const string SubstitutionInThePast = "organisation.substitution_in_the_past";

    /// <summary>{0} the most days.</summary>
    public const string SubstitutionTooLong = "organisation.substitution_too_long";

    /// <summary>{0} who has been named already, {1} first day, {2} last day.</summary>
    public const string SubstitutionOverlaps = "organisation.substitution_overlaps";

    /// <summary>{0} who is absent then, {1} first day, {2} last day.</summary>
    public const string SubstituteIsAbsent = "organisation.substitute_is_absent";

    /// <summary>{0} the holder, {1} whose work the holder does then, {2} first day, {3} last day.</summary>
    public const string HolderStandsIn = "organisation.holder_stands_in";
    public const string SubstituteOfOtherAgency = "organisation.substitute_of_other_agency";
    public const string SubstituteMayNotSign = "organisation.substitute_may_not_sign";
    public const string SubstituteRequired = "organisation.substitute_required";
    public const string PostVacant = "organisation.post_vacant";
    public const string UnknownSubstitution = "organisation.unknown_substitution";
    public const string SubstitutionOver = "organisation.substitution_over";
    public const string DateRequired = "organisation.date_required";
    public const string DateUnreadable = "organisation.date_unreadable";
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
