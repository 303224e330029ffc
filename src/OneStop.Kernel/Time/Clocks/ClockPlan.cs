using OneStop.Kernel.Time.Calendars;

namespace OneStop.Kernel.Time.Clocks;

/// <summary>Whose clock it is.</summary>
public enum ClockKind
{
    /// <summary>The dossier's, from receipt to result.</summary>
    Dossier,

    /// <summary>One step's, within the dossier's.</summary>
    Step,

    /// <summary>A consulted body's, from the question to the answer.</summary>
    Consultation,
}

/// <summary>What the term does when a supplement has come.</summary>
public enum SupplementMode
{
    /// <summary>It goes on: the time of waiting is left out.</summary>
    Pause,

    /// <summary>It begins anew, in full.</summary>
    Restart,

    /// <summary>A new, usually shorter term begins.</summary>
    NewTerm,
}

/// <summary>The rule by which one clock runs. Kept with the dossier, so that a later rule does not touch it.</summary>
/// <param name="Kind">Whose clock.</param>
/// <param name="Term">The term; null when the procedure has no return date.</param>
/// <param name="CutOff">What comes later in the day counts as the next working day's.</param>
/// <param name="AfterSupplement">What a supplement does to the term.</param>
/// <param name="NewTerm">The term after a supplement, for <see cref="SupplementMode.NewTerm"/>.</param>
/// <param name="StopAfter">How long a supplement is waited for before the dossier stops by law; null when no rule says so.</param>
/// <param name="ThirdPartyLimit">The most time of third parties that is left out; null when no rule limits it.</param>
/// <param name="PausesForPayment">Whether the payer's time is left out.</param>
/// <param name="WarnBefore">Office time before the end at which warnings begin; null for <see cref="Warning"/>'s own measure.</param>
public sealed record ClockPlan(
    ClockKind Kind, Term? Term, TimeOnly? CutOff = null, SupplementMode AfterSupplement = SupplementMode.Pause, Term? NewTerm = null, Term? StopAfter = null,
    Term? ThirdPartyLimit = null, bool PausesForPayment = true, TimeSpan? WarnBefore = null)
{
    /// <summary>By what the term was found for this one dossier; null when it is the procedure's own.</summary>
    public string? TermGround { get; init; }
}

/// <summary>When warnings begin.</summary>
public static class Warning
{
    private static readonly TimeSpan Least = TimeSpan.FromHours(1);
    private static readonly TimeSpan Most = TimeSpan.FromHours(16);

    /// <summary>A fifth of the office time of the term, at least one hour and at most two days, before its end; nothing for a term without an end.</summary>
    public static DateTimeOffset? Begins(WorkingCalendar calendar, ClockPlan plan, DateTimeOffset countedFrom, DateTimeOffset due)
    {
        var before = plan.WarnBefore;
        if (before is null && calendar.Between(countedFrom, due).TryGet(out var whole))
            before = TimeSpan.FromTicks(Math.Clamp(whole.Ticks / 5, Least.Ticks, Most.Ticks));
        return before is { } time && calendar.Add(due, -time).TryGet(out var begins) ? begins : null;
    }
}
