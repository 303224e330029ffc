namespace OneStop.Kernel.Time.Clocks;

/// <summary>Something that happened to a clock.</summary>
/// <param name="At">When.</param>
public abstract record ClockEvent(DateTimeOffset At);

/// <summary>The paper was received; the clock starts. Exactly one, and the first.</summary>
/// <param name="At">When.</param>
public sealed record Received(DateTimeOffset At) : ClockEvent(At);

/// <summary>Time begins to be left out.</summary>
/// <param name="At">When.</param>
/// <param name="Ground">Why.</param>
/// <param name="LegalGround">The decree or article that leaves it out.</param>
/// <param name="Document">The paper that began it.</param>
/// <param name="Limit">The most that is left out; null for the plan's own limit.</param>
/// <param name="Party">The third party whose time it is; null when it is the citizen's.</param>
public sealed record IntervalOpened(DateTimeOffset At, ClockGround Ground, string LegalGround, string Document, Term? Limit = null, string? Party = null) : ClockEvent(At);

/// <summary>What was waited for has come.</summary>
/// <param name="At">When.</param>
/// <param name="Ground">Why it was waited for.</param>
public sealed record IntervalClosed(DateTimeOffset At, ClockGround Ground) : ClockEvent(At);

/// <summary>The appointment was moved by an apology. The legal due date stays, and with it the class of lateness.</summary>
/// <param name="At">When.</param>
/// <param name="To">The new appointment.</param>
/// <param name="LegalGround">The ground.</param>
/// <param name="Document">The apology.</param>
public sealed record Reappointed(DateTimeOffset At, DateTimeOffset To, string LegalGround, string Document) : ClockEvent(At);

/// <summary>Codes of refused clock events.</summary>
public static class ClockErrors
{
    /// <summary>The ground never leaves time out: outage, missing signer, internal wait.</summary>
    public const string GroundRefused = "clock.ground_refused";

    /// <summary>No legal ground was given.</summary>
    public const string LegalGroundMissing = "clock.legal_ground_missing";

    /// <summary>No document was given.</summary>
    public const string DocumentMissing = "clock.document_missing";

    /// <summary>The events do not fit together: no receipt, out of order, closed before opened.</summary>
    public const string EventsUnsound = "clock.events_unsound";

    /// <summary>The new appointment is not after the one in force.</summary>
    public const string NotLater = "clock.not_later";

    /// <summary>The appointment has been moved as often as the rule set allows. {0} is the limit.</summary>
    public const string TooManyReappointments = "clock.too_many_reappointments";
}
