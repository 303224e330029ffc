namespace OneStop.Approvals.Domain;

/// <summary>What operators do to a running process, by code.</summary>
internal static class OperatorDeeds
{
    public const string Retry = "retry";
    public const string Skip = "skip";
    public const string Move = "move";
    public const string Cancel = "cancel";
    public const string Note = "note";
    public const string Migrate = "migrate";
}

/// <summary>Who has intervened in an instance, why, and what it was like before and after. Only ever added; the id is that of the command.</summary>
internal sealed class OperatorDeed
{
    public Guid Id { get; init; }

    public Guid InstanceId { get; init; }

    public Guid? IncidentId { get; init; }

    public required string DossierCode { get; init; }

    /// <summary>Code of <see cref="OperatorDeeds"/>.</summary>
    public required string Kind { get; init; }

    public required string Element { get; init; }

    public int Token { get; init; }

    /// <summary>Where a token was moved, or the version an instance was taken to.</summary>
    public string? To { get; init; }

    public required string Why { get; init; }

    /// <summary>Where the instance stood and the variables that were changed; encrypted, for variables hold what people wrote.</summary>
    public required string Before { get; init; }

    public required string After { get; init; }

    public DateTimeOffset At { get; init; }

    public Guid? ActorId { get; init; }

    public required string ActorName { get; init; }
}
