using OneStop.Kernel.Data;

namespace OneStop.Organisation.Domain;

// Người thay: an official does the work of an absent holder of a post for a span of days. The rows stay, so that it can be told later who acted for whom.
internal sealed class Substitution : IVersioned
{
    public const int LongestDays = 366;

    public Guid Id { get; init; }
    public Guid PostId { get; init; }
    public Guid HolderId { get; init; }
    public required string HolderName { get; init; }
    public Guid SubstituteId { get; init; }
    public required string SubstituteName { get; init; }
    public DateOnly From { get; init; }
    public DateOnly Through { get; init; }
    public Guid? NamedById { get; init; }
    public required string NamedByName { get; init; }
    public DateTimeOffset NamedAt { get; init; }
    public DateTimeOffset? EndedAt { get; private set; }
    public Guid? EndedById { get; private set; }
    public string? EndedByName { get; private set; }
    public long Version { get; set; }

    public bool IsOver(DateOnly today) => EndedAt is not null || Through < today;

    public void End(Guid? accountId, string name, DateTimeOffset now)
    {
        EndedAt = now;
        EndedById = accountId;
        EndedByName = name;
    }
}
