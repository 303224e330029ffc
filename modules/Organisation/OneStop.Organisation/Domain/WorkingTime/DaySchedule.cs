namespace OneStop.Organisation.Domain.WorkingTime;

// One stretch of a day in which the office is open: closed at its end, so a paper that comes at exactly 17:00 comes after closing.
internal readonly record struct Session(TimeOnly Opens, TimeOnly Closes)
{
    public TimeSpan Length => Closes - Opens;
}

// The office hours of one day, earliest session first; no sessions is a day of rest.
internal sealed class DaySchedule
{
    public static readonly DaySchedule Closed = new();

    private readonly Session[] sessions;

    public DaySchedule(params Session[] sessions)
    {
        this.sessions = [.. sessions.OrderBy(s => s.Opens)];
        Total = this.sessions.Aggregate(TimeSpan.Zero, (sum, s) => sum + s.Length);
    }

    public IReadOnlyList<Session> Sessions => sessions;

    public TimeSpan Total { get; }

    public bool IsWorking => sessions.Length > 0;

    public TimeSpan Opening => sessions[0].Opens.ToTimeSpan();

    public TimeSpan Closing => sessions[^1].Closes.ToTimeSpan();

    public bool HasOverlap => sessions.Any(s => s.Closes <= s.Opens) || sessions.Zip(sessions.Skip(1)).Any(pair => pair.First.Closes > pair.Second.Opens);

    // Working time of this day that has passed at the given time of day.
    public TimeSpan WorkedUntil(TimeSpan timeOfDay)
    {
        var worked = TimeSpan.Zero;
        foreach (var session in sessions)
        {
            var opens = session.Opens.ToTimeSpan();
            if (timeOfDay <= opens)
                break;

            worked += timeOfDay < session.Closes.ToTimeSpan() ? timeOfDay - opens : session.Length;
        }

        return worked;
    }

    // The earliest time of day at which that much of the day has been worked: the end of a session, not the start of the next.
    public TimeSpan TimeWhenWorked(TimeSpan worked)
    {
        foreach (var session in sessions)
        {
            if (worked <= session.Length)
                return session.Opens.ToTimeSpan() + worked;

            worked -= session.Length;
        }

        return Closing;
    }

    // The given time if the office is open then, else the next opening of the same day, else nothing.
    public TimeSpan? NextOpen(TimeSpan timeOfDay)
    {
        foreach (var session in sessions)
        {
            if (timeOfDay < session.Closes.ToTimeSpan())
            {
                var opens = session.Opens.ToTimeSpan();
                return timeOfDay > opens ? timeOfDay : opens;
            }
        }

        return null;
    }
}
