using OneStop.Kernel.Data;

namespace OneStop.Approvals.Domain;

/// <summary>How long what the engine remembers of finished instances of a process is kept. Without a rule everything stays.</summary>
internal sealed class RetentionRule : IVersioned
{
    public const int FewestDays = 1;
    public const int MostDays = 36_500;

    public required string Key { get; init; }

    /// <summary>Days after the end; null keeps everything.</summary>
    public int? Days { get; set; }

    public required string Why { get; set; }

    public DateTimeOffset ChangedAt { get; set; }

    public required string ChangedByName { get; set; }

    public long Version { get; set; }
}
