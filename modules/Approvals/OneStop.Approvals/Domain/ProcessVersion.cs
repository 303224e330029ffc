namespace OneStop.Approvals.Domain;

/// <summary>A deployed version of a process. Never changed: running instances stay on the version they started with.</summary>
internal sealed class ProcessVersion
{
    public Guid Id { get; init; }

    public required string Key { get; init; }

    public int Number { get; init; }

    public required string Name { get; init; }

    public required string Xml { get; init; }

    public required string Sha256 { get; init; }

    public DateOnly ValidFrom { get; init; }

    public DateTimeOffset DeployedAt { get; init; }
}
