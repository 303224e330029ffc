namespace OneStop.Kernel.Time.Calendars;

/// <summary>When a term ends, and the moment at which the law counts the paper as received.</summary>
/// <param name="Due">End of the term, UTC.</param>
/// <param name="CountedFrom">When counting begins, UTC.</param>
public readonly record struct TermEnd(DateTimeOffset Due, DateTimeOffset CountedFrom);
