namespace OneStop.Approvals.Runtime;

/// <summary>Services that a process may call from a service task.</summary>
internal static class ServiceNames
{
    /// <summary>Tells the heads of the unit that a step has passed its hours.</summary>
    public const string NotifyLate = "notify-late";

    /// <summary>Tells the heads of the agency above that a matter waits too long for its signature.</summary>
    public const string EscalateLate = "escalate-late";

    /// <summary>Looks whether a consulted body is silent beyond its date, and handles that by its rule.</summary>
    public const string HandleSilence = "handle-silence";

    /// <summary>Asks the bodies that the service task names for their opinion, and waits for those who take part in deciding.</summary>
    public const string AskOpinions = "ask-opinions";

    public static IReadOnlySet<string> All { get; } = new HashSet<string>(StringComparer.Ordinal) { NotifyLate, EscalateLate, HandleSilence, AskOpinions };
}
