namespace OneStop.Dossiers.Domain;

internal static class RegisterErrors
{
    public const string DayMissing = "register.day_missing";
    public const string EndsBeforeItBegins = "register.ends_before_it_begins";
    public const string TooLong = "register.too_long";
    public const string ProcedureMalformed = "register.procedure_malformed";
    public const string ChoiceUnknown = "register.choice_unknown";
    public const string Nothing = "register.nothing";
    public const string TooMany = "register.too_many";
    public const string TooManyWaiting = "register.too_many_waiting";
}
