using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace OneStop.Benchmarks.Product;

// Years of work written by the server itself: copies of one finished instance and of one open task, with ids and dates of their own.
internal sealed class EngineFill(string connectionString)
{
    private const string Schema = "approvals";

    // What one finished instance left is copied for the others; then tasks alone, until there are as many as asked for.
    public async Task FinishedAsync(Guid dossier, int instances, int tasks)
    {
        await using var connection = await OpenAsync();
        await ExecuteAsync(connection, $"CREATE TEMP TABLE one AS SELECT * FROM {Schema}.process_instance WHERE dossier_id = '{dossier}'");
        await CopyAsync(connection, "process_instance", "t.dossier_id IN (SELECT dossier_id FROM one)", instances, new()
        {
            ["id"] = Made(1, "n"), ["dossier_id"] = Made(2, "n"),
            ["process_version_id"] = "v.ids[1 + n % cardinality(v.ids)]",
        }, "CROSS JOIN (SELECT array_agg(id) AS ids FROM approvals.process_version WHERE key = 'bench.three') v");
        var mine = "t.instance_id IN (SELECT id FROM one)";
        await CopyAsync(connection, "history_line", mine, instances, new() { ["instance_id"] = Made(1, "n") });
        await CopyAsync(connection, "applied_command", mine, instances, new() { ["instance_id"] = Made(1, "n") });
        var each = await CountAsync(connection, $"SELECT count(*) FROM {Schema}.work_task t WHERE {mine}");
        await CopyAsync(connection, "work_task", mine, (int)(tasks / each), new()
        {
            ["instance_id"] = Made(1, $"n % {instances}"), ["dossier_id"] = Made(2, $"n % {instances}"),
            ["closed_at"] = "t.closed_at - make_interval(mins => n % 500000)",
        }, each: each);
    }

    // Open tasks of ten units with four departments and five roles, half of them with a holder, due over a quarter: few or many, a page of one department is full.
    public async Task OpenAsync(Guid task, int count, Guid unit, Guid department)
    {
        await using var connection = await OpenAsync();
        await CopyAsync(connection, "work_task", $"t.id = '{task}'", count, new()
        {
            ["id"] = Made(5, "n"), ["instance_id"] = Made(6, "n"), ["dossier_id"] = Made(7, "n"),
            ["agency_id"] = $"CASE WHEN n % 10 = 0 THEN '{unit}'::uuid ELSE {Made(8, "n % 10")} END",
            ["department_id"] = $"CASE WHEN (n / 10) % 4 = 0 THEN '{department}'::uuid ELSE {Made(9, "(n / 10) % 4")} END",
            ["role"] = "(ARRAY['officer', 'officer', 'department_head', 'agency_leader', 'records_clerk'])[1 + (n / 40) % 5]",
            ["assignee_id"] = $"CASE WHEN (n / 200) % 2 = 0 THEN NULL ELSE {Made(10, "n % 9000")} END",
            ["due_at"] = Due, ["sort_due"] = Due,
        });
    }

    public async Task SettleAsync()
    {
        await using var connection = await OpenAsync();
        await ExecuteAsync(connection, "VACUUM ANALYZE");
        await ExecuteAsync(connection, "CHECKPOINT");
    }

    private const string Due = "t.entered_at + make_interval(mins => ((n::bigint * 7919) % 130000)::int - 65000)";

    private static string Made(int kind, string number) => $"('0190{kind:x4}-0000-7000-8000-' || lpad(to_hex({number}), 12, '0'))::uuid";

    // Indexes are made anew afterwards: a hundred times faster than entry by entry.
    private static async Task CopyAsync(
        NpgsqlConnection connection, string table, string which, int times, Dictionary<string, string> changed, string join = "", long each = 1)
    {
        var watch = Stopwatch.StartNew();
        var columns = await ListAsync(connection, $"SELECT column_name FROM information_schema.columns WHERE table_schema = '{Schema}' AND table_name = '{table}' ORDER BY ordinal_position");
        var indexes = await ListAsync(connection, $"""
            SELECT pg_get_indexdef(i.indexrelid) FROM pg_index i WHERE i.indrelid = '{Schema}.{table}'::regclass AND NOT i.indisprimary
            """);
        var names = await ListAsync(connection, $"SELECT i.indexrelid::regclass::text FROM pg_index i WHERE i.indrelid = '{Schema}.{table}'::regclass AND NOT i.indisprimary");
        foreach (var name in names)
            await ExecuteAsync(connection, $"DROP INDEX {name}");
        await ExecuteAsync(connection, $"CREATE TEMP TABLE pattern ON COMMIT PRESERVE ROWS AS SELECT t.*, (row_number() OVER () - 1)::int AS copy_row FROM {Schema}.{table} t WHERE {which}");
        if (each > 1)
            changed["id"] = Made(3, $"n::bigint * {each} + t.copy_row");
        await ExecuteAsync(connection, $"""
            INSERT INTO {Schema}.{table} ({string.Join(", ", columns)})
            SELECT {string.Join(", ", columns.Select(c => changed.GetValueOrDefault(c, $"t.{c}")))} FROM generate_series(1, {times}) n CROSS JOIN pattern t {join}
            """);
        await ExecuteAsync(connection, "DROP TABLE pattern");
        foreach (var index in indexes)
            await ExecuteAsync(connection, index);
        await Console.Error.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{table}: {times} copies in {watch.Elapsed.TotalSeconds:0} s"));
    }

    private async Task<NpgsqlConnection> OpenAsync()
    {
        var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await ExecuteAsync(connection, "SET synchronous_commit = off; SET maintenance_work_mem = '512MB'; SET max_parallel_maintenance_workers = 2");
        return connection;
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 3600 };
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<long> CountAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        return (long)(await command.ExecuteScalarAsync())!;
    }

    private static async Task<IReadOnlyList<string>> ListAsync(NpgsqlConnection connection, string sql)
    {
        var values = new List<string>();
        await using var command = new NpgsqlCommand(sql, connection);
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
            values.Add(reader.GetString(0));
        return values;
    }
}
