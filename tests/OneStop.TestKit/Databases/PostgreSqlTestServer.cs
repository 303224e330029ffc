using Npgsql;
using OneStop.Kernel.Data;

namespace OneStop.TestKit.Databases;

internal sealed class PostgreSqlTestServer : TestServer
{
    public const string Variable = "ONESTOP_TEST_POSTGRES";
    private static readonly Lazy<string> Server = new(FindServer);

    public override string Provider => DatabaseOptions.PostgreSql;

    public override async Task<bool> HasTemplateAsync(string name)
    {
        await using var connection = await OpenAdministrationAsync();
        await using var command = new NpgsqlCommand("SELECT EXISTS (SELECT 1 FROM pg_database WHERE datname = $1)", connection) { Parameters = { new() { Value = name } } };
        return (bool)(await command.ExecuteScalarAsync())!;
    }

    public override async Task<string> BeginTemplateAsync(string name)
    {
        await ExecuteAsync($"DROP DATABASE IF EXISTS {PartName(name)} WITH (FORCE)");
        await ExecuteAsync($"CREATE DATABASE {PartName(name)}");
        // Without a pool no session is left behind that would stop the renaming.
        return ConnectionTo(PartName(name), pooling: false);
    }

    public override Task SealTemplateAsync(string name) => ExecuteAsync($"ALTER DATABASE {PartName(name)} RENAME TO {name}");

    public override async Task<TestDatabase> CopyTemplateAsync(string name)
    {
        var database = $"onestop_{Guid.NewGuid():N}";
        await ExecuteAsync($"CREATE DATABASE {database} TEMPLATE {name} STRATEGY FILE_COPY");
        var connectionString = ConnectionTo(database);
        return new TestDatabase(connectionString, () => ExecuteAsync($"DROP DATABASE {database} WITH (FORCE)"));
    }

    private static string PartName(string name) => $"{name}_part";

    private static string ConnectionTo(string database, bool pooling = true) =>
        new NpgsqlConnectionStringBuilder(Server.Value) { Database = database, Pooling = pooling, MaxPoolSize = 20 }.ConnectionString;

    private static async Task<NpgsqlConnection> OpenAdministrationAsync()
    {
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(Server.Value) { Database = "postgres", Pooling = false }.ConnectionString);
        try
        {
            await connection.OpenAsync();
        }
        catch (NpgsqlException exception)
        {
            throw new InvalidOperationException($"The PostgreSQL server named in {Variable} does not answer. tests/run.sh starts one by itself.", exception);
        }

        return connection;
    }

    private static async Task ExecuteAsync(string sql)
    {
        await using var connection = await OpenAdministrationAsync();
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 120 };
        await command.ExecuteNonQueryAsync();
    }

    private static string FindServer() => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } text
        ? text
        : throw new InvalidOperationException(
            $"{Variable} is not set. Run tests/run.sh, which starts a PostgreSQL server, or name one: Host=...;Port=...;Username=...;Password=... of a user who may create databases.");
}
