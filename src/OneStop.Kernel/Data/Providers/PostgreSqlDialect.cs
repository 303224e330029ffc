using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace OneStop.Kernel.Data.Providers;

internal sealed class PostgreSqlDialect : Dialect
{
    // The product asks the same few hundred questions: what a connection has asked a few times it keeps prepared. "Max Auto Prepare=0" in the connection
    // string is for poolers between that do not carry prepared statements.
    private const string AutoPrepare = "Max Auto Prepare";
    private const int MostPrepared = 200;

    public override void Configure(DbContextOptionsBuilder options, string connectionString, DatabaseOptions settings, string? migrationsAssembly) =>
        options.UseNpgsql(Prepared(connectionString), o =>
        {
            o.CommandTimeout(settings.CommandTimeoutSeconds).MaxBatchSize(settings.MaxBatchSize);
            if (migrationsAssembly is not null)
                o.MigrationsAssembly(migrationsAssembly);
        });

    public override DbConnection NewConnection(string connectionString, DatabaseOptions settings) => new NpgsqlConnection(connectionString);

    private static string Prepared(string connectionString)
    {
        var builder = new DbConnectionStringBuilder { ConnectionString = connectionString };
        if (!builder.ContainsKey(AutoPrepare))
            builder[AutoPrepare] = MostPrepared;
        return builder.ConnectionString;
    }

    public override bool IsUniqueViolation(DbException exception) => exception is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation };

    public override bool IsTransient(Exception exception) => exception switch
    {
        PostgresException { SqlState: PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.DiskFull
            or PostgresErrorCodes.TooManyConnections or PostgresErrorCodes.LockNotAvailable or PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CannotConnectNow } => true,
        NpgsqlException { IsTransient: true } => true,
        _ => false,
    };

    public override string NextNumberSql(string table) =>
        $"INSERT INTO {table} (series, last_value) VALUES ({{0}}, 1) ON CONFLICT (series) DO UPDATE SET last_value = number_series.last_value + 1 RETURNING last_value AS \"Value\"";

    public override string ClaimSql(string table) =>
        $$"""
        WITH due AS (SELECT id FROM {{table}} WHERE due_at <= {0} AND (leased_until IS NULL OR leased_until < {0}) ORDER BY due_at, id LIMIT {2} FOR UPDATE SKIP LOCKED)
        UPDATE {{table}} AS t SET leased_until = {1} FROM due WHERE t.id = due.id RETURNING t.id AS "Value"
        """;

    public override Task LockAsync(ModuleDbContext context, string key, CancellationToken cancellationToken) =>
        context.Database.ExecuteSqlRawAsync("SELECT pg_advisory_xact_lock(hashtextextended({0}, 0))", [key], cancellationToken);
}
