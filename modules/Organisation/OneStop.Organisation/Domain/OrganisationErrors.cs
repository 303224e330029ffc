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
}
