using System.ComponentModel.DataAnnotations;

namespace OneStop.Kernel.Data;

/// <summary>Settings under <c>Database</c>.</summary>
public sealed class DatabaseOptions
{
    /// <summary>Value of <see cref="Provider"/> for the embedded database.</summary>
    public const string Sqlite = "Sqlite";

    /// <summary>Value of <see cref="Provider"/> for SQL Server.</summary>
    public const string SqlServer = "SqlServer";

    /// <summary>Value of <see cref="Provider"/> for PostgreSQL.</summary>
    public const string PostgreSql = "PostgreSql";

    /// <summary>Which server: Sqlite, SqlServer or PostgreSql.</summary>
    [AllowedValues(Sqlite, SqlServer, PostgreSql)]
    public string Provider { get; set; } = Sqlite;

    /// <summary>Most statements sent in one round trip.</summary>
    [Range(1, 1000)]
    public int MaxBatchSize { get; set; } = 100;

    /// <summary>Seconds a command may take, 1 to 3600.</summary>
    [Range(1, 3600)]
    public int CommandTimeoutSeconds { get; set; } = 30;
}
