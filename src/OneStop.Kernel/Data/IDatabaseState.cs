namespace OneStop.Kernel.Data;

/// <summary>Whether the configured database is the one this build works with.</summary>
public interface IDatabaseState
{
    /// <summary>Whether the database answers now.</summary>
    Task<bool> AnswersAsync(CancellationToken cancellationToken);

    /// <summary>Names of the migrations of this build that it lacks, oldest first.</summary>
    Task<IReadOnlyList<string>> PendingMigrationsAsync(CancellationToken cancellationToken);
}
