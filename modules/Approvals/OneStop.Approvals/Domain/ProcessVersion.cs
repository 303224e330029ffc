namespace OneStop.Approvals.Domain;

/// <summary>A published version of a process. What it says never changes: running instances stay on the version they started with.</summary>
internal sealed class ProcessVersion
{
    public Guid Id { get; init; }

    public required string Key { get; init; }

    public int Number { get; init; }

    public required string Name { get; init; }

    public required string Xml { get; init; }

    public required string Sha256 { get; init; }

    /// <summary>First day on which a dossier may start on it.</summary>
    public DateOnly ValidFrom { get; init; }

    /// <summary>First day on which no dossier starts on it any more, whatever comes after.</summary>
    public DateOnly? RetiredFrom { get; set; }

    public DateTimeOffset DeployedAt { get; init; }

    /// <summary>Who has drawn it; null for what ships with the product.</summary>
    public string? DrawnByName { get; init; }

    /// <summary>Who has reviewed and published it; never the one who has drawn it.</summary>
    public string? PublishedByName { get; init; }

    /// <summary>What has changed and why, in the words of the one who has drawn it.</summary>
    public string? Note { get; init; }

    public bool ShipsWithProduct => PublishedByName is null;
}
