namespace OneStop.Kernel.Data;

/// <summary>A row that background workers take one at a time: due when <see cref="DueAt"/> has come and nobody holds an unexpired lease.</summary>
public interface IClaimable
{
    /// <summary>The row.</summary>
    Guid Id { get; }

    /// <summary>When it becomes due, UTC; null when nothing is left to do.</summary>
    DateTimeOffset? DueAt { get; }

    /// <summary>Until when a worker holds it, UTC; null when free.</summary>
    DateTimeOffset? LeasedUntil { get; }
}

/// <summary>What differs between database servers, behind functions that mean the same on each of them.</summary>
public interface IDatabase
{
    /// <summary>Next number of a series, starting at 1: unique under any load, held in the caller's transaction, gaps possible after a rollback of a later step only.</summary>
    /// <param name="context">Context whose transaction takes part.</param>
    /// <param name="series">Key of the series, for example agency and day; at most 120 characters.</param>
    /// <param name="cancellationToken">Cancels the wait for the row lock.</param>
    Task<long> NextNumberAsync(ModuleDbContext context, string series, CancellationToken cancellationToken);

    /// <summary>Takes up to <paramref name="max"/> due rows for <paramref name="lease"/>, atomically and without waiting for rows that others hold.</summary>
    /// <returns>Ids of the rows now held by the caller, oldest due first.</returns>
    Task<IReadOnlyList<Guid>> ClaimDueAsync<TEntity>(ModuleDbContext context, DateTimeOffset now, int max, TimeSpan lease, CancellationToken cancellationToken)
        where TEntity : class, IClaimable;

    /// <summary>Makes writers with the same key queue until the current transaction ends. On SQLite every writer queues already.</summary>
    Task LockAsync(ModuleDbContext context, string key, CancellationToken cancellationToken);

    /// <summary>Whether the failure is the server's passing state (locked, full, restarting) and trying later may work.</summary>
    bool IsUnavailable(Exception exception);
}
