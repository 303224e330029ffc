namespace OneStop.Dossiers.Domain;

internal static class TrackingErrors
{
    // One answer for a wrong code and for a wrong look-up code: the page never tells whether a dossier exists.
    public const string NoMatch = "tracking.no_match";

    // {0} is the number of minutes to wait.
    public const string Wait = "tracking.wait";

    public const string TicketExpired = "tracking.ticket_expired";
    public const string CodeRequired = "tracking.code_required";
    public const string LookupCodeRequired = "tracking.lookup_code_required";
}
