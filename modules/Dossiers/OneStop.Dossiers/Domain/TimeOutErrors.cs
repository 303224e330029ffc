namespace OneStop.Dossiers.Domain;

internal static class TimeOutErrors
{
    public const string GroundMissing = "time_out.ground_missing";
    public const string PartyMissing = "time_out.party_missing";
    public const string FromMissing = "time_out.from_missing";
    public const string OutsideTerm = "time_out.outside_term";
    public const string TimeUnreadable = "time_out.time_unreadable";
    public const string LimitMissing = "time_out.limit_missing";

    // {0} is the most that the procedure still leaves out.
    public const string LimitTooLong = "time_out.limit_too_long";
    public const string LimitUsed = "time_out.limit_used";
    public const string NotInProcedure = "time_out.not_in_procedure";
    public const string NoTerm = "time_out.no_term";
    public const string AlreadyLate = "time_out.already_late";
    public const string StillOpen = "time_out.still_open";
    public const string Overlaps = "time_out.overlaps";
    public const string NotOpen = "time_out.not_open";
    public const string UntilMissing = "time_out.until_missing";
    public const string EndOutside = "time_out.end_outside";
    public const string NotYours = "time_out.not_yours";
}
