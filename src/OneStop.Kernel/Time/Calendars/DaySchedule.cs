namespace OneStop.Kernel.Time.Calendars;

/// <summary>One stretch of a day in which the office is open: closed at its end, so a paper that comes at exactly 17:00 comes after closing.</summary>
/// <param name="Opens">When it opens.</param>
/// <param name="Closes">When it closes.</param>
public readonly record struct Session(TimeOnly Opens, TimeOnly Closes)
{
    /// <summary>How long it is open.</summary>
    public TimeSpan Length => Closes - Opens;

    /// <summary>08:00-12:00.</summary>
    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Opens:HH\\:mm}-{Closes:HH\\:mm}");
}

/// <summary>The office hours of one day, earliest session first; no sessions is a day of rest.</summary>
public sealed class DaySchedule
{
    /// <summary>A day of rest.</summary>
    public static readonly DaySchedule Closed = new();

    private readonly Session[] sessions;

    /// <summary>The hours of a day.</summary>
    public DaySchedule(params Session[] sessions)
    {
        this.sessions = [.. sessions.OrderBy(s => s.Opens)];
        Total = this.sessions.Aggregate(TimeSpan.Zero, (sum, s) => sum + s.Length);
    }

    /// <summary>The sessions, earliest first.</summary>
    public IReadOnlyList<Session> Sessions => sessions;

    /// <summary>Office time of the whole day.</summary>
    public TimeSpan Total { get; }

    /// <summary>Whether anybody works that day.</summary>
    public bool IsWorking => sessions.Length > 0;

    /// <summary>First opening.</summary>
    public TimeSpan Opening => sessions[0].Opens.ToTimeSpan();

    /// <summary>Last closing.</summary>
    public TimeSpan Closing => sessions[^1].Closes.ToTimeSpan();

    /// <summary>Whether sessions overlap or end before they begin.</summary>
    public bool HasOverlap => sessions.Any(s => s.Closes <= s.Opens) || sessions.Zip(sessions.Skip(1)).Any(pair => pair.First.Closes > pair.Second.Opens);

    /// <summary>Working time of this day that has passed at the given time of day.</summary>
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

    /// <summary>The earliest time of day at which that much of the day has been worked: the end of a session, not the start of the next.</summary>
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

    /// <summary>The given time if the office is open then, else the next opening of the same day, else nothing.</summary>
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
