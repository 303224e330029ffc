using Microsoft.EntityFrameworkCore;
using OneStop.Kernel.Events;

namespace OneStop.Kernel.Data;

/// <summary>What an entity implements when two people may edit it: the version guards against lost updates on every provider.</summary>
public interface IVersioned
{
    /// <summary>Raised by one at each update; a concurrency token.</summary>
    long Version { get; set; }
}

/// <summary>Base of every module's context: maps the module's schema and the kernel's outbox, inbox and audit tables beside it.</summary>
public abstract class ModuleDbContext(DbContextOptions options) : DbContext(options)
{
    private List<Action>? afterCommit;

    /// <summary>Schema of the module's tables.</summary>
    public abstract string Schema { get; }

    /// <summary>Whether an event was raised and the outbox worker should be woken.</summary>
    internal bool HasRaised { get; private set; }

    /// <summary>Waited for before a transaction that saving begins by itself.</summary>
    internal Func<CancellationToken, Task>? BeforeSaving { get; set; }

    /// <summary>Publishes an integration event: stored in this transaction, delivered after it commits.</summary>
    /// <param name="integrationEvent">The event.</param>
    /// <param name="now">Moment of the deed, UTC.</param>
    public void Raise(IIntegrationEvent integrationEvent, DateTimeOffset now)
    {
        Set<OutboxMessage>().Add(OutboxMessage.From(integrationEvent, now));
        HasRaised = true;
    }

    /// <summary>Runs <paramref name="action"/> after the transaction of this deed has committed, and not otherwise.</summary>
    public void AfterCommit(Action action) => (afterCommit ??= []).Add(action);

    /// <inheritdoc />
    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        // Entries() looks for changes; the base looks again unless it is told that this has been done.
        var detects = ChangeTracker.AutoDetectChangesEnabled;
        foreach (var entry in ChangeTracker.Entries<IVersioned>())
        {
            if (entry.State == EntityState.Modified)
                entry.Property(e => e.Version).CurrentValue++;
        }

        ChangeTracker.AutoDetectChangesEnabled = false;
        try
        {
            return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        }
        finally
        {
            ChangeTracker.AutoDetectChangesEnabled = detects;
        }
    }

    /// <inheritdoc />
    public override int SaveChanges(bool acceptAllChangesOnSuccess) =>
        throw new NotSupportedException("Use SaveChangesAsync.");

    // Contexts come from a pool: what an earlier deed left behind, perhaps in failing, is not this one's.
    internal void BeginDeed()
    {
        afterCommit = null;
        HasRaised = false;
        BeforeSaving = null;
        // A deed whose saving fails is done again as a whole: there is nothing to go back to in its transaction.
        Database.AutoSavepointsEnabled = false;
    }

    internal void RunAfterCommit()
    {
        var actions = afterCommit;
        afterCommit = null;
        actions?.ForEach(a => a());
    }

    /// <inheritdoc />
    protected sealed override void OnModelCreating(ModelBuilder modelBuilder)
    {
        SchemaModel.ApplyKernel(modelBuilder);
        SchemaModel.Apply(modelBuilder, GetType().Assembly, Schema);
        SchemaModel.Finish(modelBuilder, Database.ProviderName!);
    }

    /// <inheritdoc />
    protected sealed override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        SchemaModel.Conventions(configurationBuilder, Database.ProviderName!);
}
