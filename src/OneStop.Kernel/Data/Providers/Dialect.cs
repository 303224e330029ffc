using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace OneStop.Kernel.Data.Providers;

// The only folder that knows one server from another.
internal abstract class Dialect : IDatabase
{
    public abstract void Configure(DbContextOptionsBuilder options, string connectionString, DatabaseOptions settings, string? migrationsAssembly);

    public abstract bool IsUniqueViolation(DbException exception);

    public abstract bool IsTransient(Exception exception);

    // A connection outside any context, closed. It shares the pool of the contexts.
    public abstract DbConnection NewConnection(string connectionString, DatabaseOptions settings);

    // Whether opening the connection finds a database, rather than making an empty one.
    public virtual bool IsThere(DbConnection connection) => true;

    public abstract string NextNumberSql(string table);

    public abstract string ClaimSql(string table);

    public virtual object ToStored(DateTimeOffset value) => value.ToUniversalTime();

    // A place in the queue of this process's writers, where the server itself only lets them try again and again; null where it queues them well.
    public virtual ValueTask<IDisposable?> TakeTurnAsync(CancellationToken cancellationToken) => new((IDisposable?)null);

    public abstract Task LockAsync(ModuleDbContext context, string key, CancellationToken cancellationToken);

    public async Task<long> NextNumberAsync(ModuleDbContext context, string series, CancellationToken cancellationToken)
    {
        var table = TableOf(context.Model.FindEntityType(typeof(NumberSeries))!);
        var rows = await context.Database.SqlQueryRaw<long>(NextNumberSql(table), series).ToListAsync(cancellationToken);
        return rows[0];
    }

    public async Task<IReadOnlyList<Guid>> ClaimDueAsync<TEntity>(ModuleDbContext context, DateTimeOffset now, int max, TimeSpan lease, CancellationToken cancellationToken)
        where TEntity : class, IClaimable
    {
        var table = TableOf(context.Model.FindEntityType(typeof(TEntity))!);
        return await context.Database
            .SqlQueryRaw<Guid>(ClaimSql(table), ToStored(now), ToStored(now + lease), max)
            .ToListAsync(cancellationToken);
    }

    public bool IsUnavailable(Exception exception)
    {
        for (var current = exception; current is not null; current = current.InnerException!)
        {
            if (current is DbException && IsTransient(current))
                return true;
        }

        return false;
    }

    protected static string TableOf(IEntityType entity) =>
        entity.GetSchema() is { } schema ? $"{schema}.{entity.GetTableName()}" : entity.GetTableName()!;

    public static Dialect For(string provider) => provider switch
    {
        DatabaseOptions.Sqlite => new SqliteDialect(),
        DatabaseOptions.PostgreSql => new PostgreSqlDialect(),
        DatabaseOptions.SqlServer => new SqlServerDialect(),
        _ => throw new InvalidOperationException($"Database:Provider '{provider}' is not one of Sqlite, PostgreSql, SqlServer."),
    };
}
