namespace OneStop.Organisation.Domain.WorkingTime;

// When a term ends, and the moment at which the law counts the paper as received.
internal readonly record struct TermEnd(DateTimeOffset Due, DateTimeOffset CountedFrom);
