using System.Data.Common;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;

namespace OneStop.Kernel.Data.Providers;

internal sealed class SqlServerDialect : Dialect
{
    private const int DuplicateKey = 2601;
    private const int DuplicateConstraint = 2627;
    private const int LockRefused = 51001;

    // The procedure reports a deadlock or a timeout by a negative answer and no error; without the THROW the deed would go on unlocked.
    internal static readonly string LockSql =
        $$"""
        DECLARE @answer int;
        EXEC @answer = sp_getapplock @Resource = {0}, @LockMode = 'Exclusive', @LockOwner = 'Transaction';
        IF @answer < 0 THROW {{LockRefused}}, 'The lock was not granted.', 1;
        """;

    private static readonly HashSet<int> TransientNumbers = [LockRefused, -2, 53, 233, 1105, 1204, 1205, 1222, 3960, 4060, 9002, 10053, 10054, 10060, 40197, 40501, 40613, 49918];

    public override void Configure(DbContextOptionsBuilder options, string connectionString, DatabaseOptions settings, string? migrationsAssembly) =>
        options.UseSqlServer(connectionString, o =>
        {
            o.CommandTimeout(settings.CommandTimeoutSeconds).MaxBatchSize(settings.MaxBatchSize);
            if (migrationsAssembly is not null)
                o.MigrationsAssembly(migrationsAssembly);
        });

    public override DbConnection NewConnection(string connectionString, DatabaseOptions settings) => new SqlConnection(connectionString);

    public override bool IsUniqueViolation(DbException exception) => exception is SqlException { Number: DuplicateKey or DuplicateConstraint };

    public override bool IsTransient(Exception exception) => exception is SqlException sql && TransientNumbers.Contains(sql.Number);

    public override string NextNumberSql(string table) =>
        $$"""
        MERGE {{table}} WITH (HOLDLOCK) AS t USING (SELECT {0} AS series) AS s ON t.series = s.series
        WHEN MATCHED THEN UPDATE SET last_value = t.last_value + 1
        WHEN NOT MATCHED THEN INSERT (series, last_value) VALUES (s.series, 1)
        OUTPUT inserted.last_value AS [Value];
        """;

    public override string ClaimSql(string table) =>
        $$"""
        WITH due AS (SELECT TOP ({2}) * FROM {{table}} WITH (UPDLOCK, READPAST, ROWLOCK) WHERE due_at <= {0} AND (leased_until IS NULL OR leased_until < {0}) ORDER BY due_at, id)
        UPDATE due SET leased_until = {1} OUTPUT inserted.id AS [Value];
        """;

    public override Task LockAsync(ModuleDbContext context, string key, CancellationToken cancellationToken) =>
        context.Database.ExecuteSqlRawAsync(LockSql, [key], cancellationToken);
}
