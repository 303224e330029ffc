using OneStop.Kernel.Time;
using OneStop.Kernel.Time.Clocks;

namespace OneStop.Dossiers.Domain;

// What the legal clock said of a dossier: its appointment, the date by which lateness is judged, and when warnings and lateness begin.
internal sealed record DueDates(DateTimeOffset? Due, DateTimeOffset? Legal, TermUnit? Unit, DateTimeOffset? WarnAt, DateTimeOffset? LateAt, DeadlineChangeKind Kind)
{
    public static DueDates None { get; } = new(null, null, null, null, null, DeadlineChangeKind.Pause);

    public static DueDates Of(ClockReading reading, DeadlineChangeKind kind = DeadlineChangeKind.Pause) =>
        new(reading.Due, reading.LegalDue, reading.Unit, reading.WarnAt, reading.LateAt, kind);

    // A date without a clock behind it, judged by the day.
    public static DueDates By(DateTimeOffset? due) => due is { } day
        ? new DueDates(day, day, TermUnit.WorkingDays, day, DueClasses.LateFrom(TermUnit.WorkingDays, day), DeadlineChangeKind.Pause)
        : None;
}
