using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Npgsql;
using OneStop.Kernel.Data;

namespace OneStop.Benchmarks.Reference;

// What the references do for a page: the SQL that the product sent for it, and the bytes it answered.
internal sealed record ReferencePage(string Name, IReadOnlyList<ReferenceCommand> Commands, string Html);

internal sealed record ReferencePlan(string Provider, string ConnectionString, IReadOnlyList<ReferencePage> Pages)
{
    public DbConnection NewConnection() =>
        Provider == DatabaseOptions.Sqlite ? new SqliteConnection(ConnectionString) : new NpgsqlConnection(ConnectionString);
}

internal sealed record ReferenceCommand(string Text, IReadOnlyList<ReferenceParameter> Parameters)
{
    public static ReferenceCommand From(DbCommand command) =>
        new(command.CommandText, [.. command.Parameters.Cast<DbParameter>().Select(p => ReferenceParameter.From(p))]);

    public DbCommand On(DbConnection connection)
    {
        var command = connection.CreateCommand();
        command.CommandText = Text;
        foreach (var parameter in Parameters)
        {
            var added = command.CreateParameter();
            added.ParameterName = parameter.Name;
            added.Value = parameter.Value;
            command.Parameters.Add(added);
        }

        return command;
    }
}

internal sealed record ReferenceParameter(string Name, string Type, string? Text)
{
    public object Value => Text is null ? DBNull.Value : Type switch
    {
        nameof(Guid) => Guid.Parse(Text),
        nameof(DateOnly) => DateOnly.Parse(Text, CultureInfo.InvariantCulture),
        nameof(DateTime) => DateTime.Parse(Text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind),
        nameof(DateTimeOffset) => DateTimeOffset.Parse(Text, CultureInfo.InvariantCulture),
        nameof(Int16) or nameof(Int32) => int.Parse(Text, CultureInfo.InvariantCulture),
        nameof(Int64) => long.Parse(Text, CultureInfo.InvariantCulture),
        nameof(Boolean) => bool.Parse(Text),
        nameof(Decimal) => decimal.Parse(Text, CultureInfo.InvariantCulture),
        nameof(Double) => double.Parse(Text, CultureInfo.InvariantCulture),
        _ => Text,
    };

    public static ReferenceParameter From(DbParameter parameter) => parameter.Value is null or DBNull
        ? new(parameter.ParameterName, nameof(String), null)
        : new(parameter.ParameterName, parameter.Value.GetType().Name, parameter.Value switch
        {
            DateOnly day => day.ToString("O", CultureInfo.InvariantCulture),
            DateTime moment => moment.ToString("O", CultureInfo.InvariantCulture),
            DateTimeOffset moment => moment.ToString("O", CultureInfo.InvariantCulture),
            _ => Convert.ToString(parameter.Value, CultureInfo.InvariantCulture),
        });
}
