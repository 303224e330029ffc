namespace OneStop.Organisation.Domain.WorkingTime;

// When the result is due, and the moment the law counts the paper as received.
internal readonly record struct DueDate(DateTimeOffset Due, DateTimeOffset CountedFrom);
