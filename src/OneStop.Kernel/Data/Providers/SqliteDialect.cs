using System.Collections.Concurrent;
using System.Data.Common;
using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace OneStop.Kernel.Data.Providers;

internal sealed class SqliteDialect : Dialect, IDisposable
{
    private static readonly TimeSpan LongestTurn = TimeSpan.FromSeconds(5);
    // Longest wait for a lock that another process holds; a person waits for the answer meanwhile.
    private const int LockSeconds = 5;
    private const int Busy = 5;
    private const int Locked = 6;
    private const int IoError = 10;
    private const int Full = 13;
    private const int Constraint = 19;
    private const int ConstraintPrimaryKey = 1555;
    private const int ConstraintUnique = 2067;
    private readonly SemaphoreSlim writers = new(1, 1);

    public override void Configure(DbContextOptionsBuilder options, string connectionString, DatabaseOptions settings, string? migrationsAssembly)
    {
        var builder = Complete(connectionString, settings);
        var folder = Path.GetDirectoryName(builder.DataSource);
        if (!string.IsNullOrEmpty(folder) && builder.Mode != SqliteOpenMode.Memory)
            Directory.CreateDirectory(folder);
        options.UseSqlite(builder.ConnectionString, o =>
        {
            o.CommandTimeout(settings.CommandTimeoutSeconds).MaxBatchSize(settings.MaxBatchSize);
            if (migrationsAssembly is not null)
                o.MigrationsAssembly(migrationsAssembly);
        });
        options.AddInterceptors(SqlitePragmas.For(builder.DefaultTimeout), SavingTurns.All);
    }

    public override DbConnection NewConnection(string connectionString, DatabaseOptions settings) => new SqliteConnection(Complete(connectionString, settings).ConnectionString);

    private static SqliteConnectionStringBuilder Complete(string connectionString, DatabaseOptions settings) =>
        new(connectionString) { DefaultTimeout = Math.Min(settings.CommandTimeoutSeconds, LockSeconds), ForeignKeys = true };

    // SQLite's writers wait by sleeping and trying again, up to a tenth of a second at a time. Whoever has waited too long goes on and lets SQLite decide.
    public override async ValueTask<IDisposable?> TakeTurnAsync(CancellationToken cancellationToken) =>
        await writers.WaitAsync(LongestTurn, cancellationToken) ? new Turn(writers) : null;

    public void Dispose() => writers.Dispose();

    public override object ToStored(DateTimeOffset value) => SchemaModel.ToStored(value);

    public override bool IsUniqueViolation(DbException exception) =>
        exception is SqliteException { SqliteErrorCode: Constraint, SqliteExtendedErrorCode: ConstraintPrimaryKey or ConstraintUnique };

    public override bool IsTransient(Exception exception) => exception is SqliteException { SqliteErrorCode: Busy or Locked or Full or IoError };

    public override bool IsThere(DbConnection connection) => File.Exists(connection.DataSource);

    public override string NextNumberSql(string table) =>
        $"INSERT INTO {table} (series, last_value) VALUES ({{0}}, 1) ON CONFLICT (series) DO UPDATE SET last_value = last_value + 1 RETURNING last_value AS \"Value\"";

    public override string ClaimSql(string table) =>
        $"UPDATE {table} SET leased_until = {{1}} WHERE id IN (SELECT id FROM {table} WHERE due_at <= {{0}} AND (leased_until IS NULL OR leased_until < {{0}}) ORDER BY due_at, id LIMIT {{2}}) RETURNING id AS \"Value\"";

    // BEGIN IMMEDIATE, which the provider uses for every transaction, lets one writer in at a time.
    public override Task LockAsync(ModuleDbContext context, string key, CancellationToken cancellationToken) => Task.CompletedTask;

    private sealed class Turn(SemaphoreSlim writers) : IDisposable
    {
        public void Dispose() => writers.Release();
    }

    private sealed class SqlitePragmas : DbConnectionInterceptor
    {
        // One for each wait, not one for each context: other interceptors would make EF build its services anew.
        private static readonly ConcurrentDictionary<int, SqlitePragmas> All = new();
        private readonly ConditionalWeakTable<object, object> applied = [];
        private readonly int lockSeconds;

        private SqlitePragmas(int lockSeconds) => this.lockSeconds = lockSeconds;

        public static SqlitePragmas For(int lockSeconds) => All.GetOrAdd(lockSeconds, static s => new SqlitePragmas(s));

        public override InterceptionResult<DbConnection> ConnectionCreating(ConnectionCreatingEventData eventData, InterceptionResult<DbConnection> result) =>
            eventData.ConnectionString is { } text && new SqliteConnectionStringBuilder(text).Pooling ? InterceptionResult<DbConnection>.SuppressWithResult(new KeptConnection(text)) : result;

        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Apply(connection);

        public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            Apply(connection);
            return Task.CompletedTask;
        }

        // The settings stay with the handle, which the pool gives out again and again.
        private void Apply(DbConnection connection)
        {
            if (((SqliteConnection)connection).Handle is not { } handle || !applied.TryAdd(handle, handle))
                return;
            using var command = connection.CreateCommand();
            command.CommandText = string.Create(CultureInfo.InvariantCulture, $"PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA busy_timeout = {lockSeconds * 1000};");
            command.ExecuteNonQuery();
        }
    }
}
