using System.Data.Common;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using OneStop.Kernel.Data.Providers;

namespace OneStop.Kernel.Data;

// Reads the few rows a start needs before it serves and asks whether the database is there. Through a context they would cost a model and a translated query, half of all that a start does.
internal sealed class PlainReader(Dialect dialect, IOptions<DatabaseOptions> options, IConfiguration configuration)
{
    public DatabaseOptions Settings => options.Value;

    public bool IsThere()
    {
        using var connection = NewConnection();
        return dialect.IsThere(connection);
    }

    public async Task<bool> AnswersAsync(CancellationToken cancellationToken)
    {
        await using var connection = NewConnection();
        if (!dialect.IsThere(connection))
            return false;
        try
        {
            await connection.OpenAsync(cancellationToken);
            await using var command = connection.CreateCommand();
            command.CommandText = "SELECT 1";
            return await command.ExecuteScalarAsync(cancellationToken) is not null;
        }
        catch (DbException)
        {
            return false;
        }
    }

    // Synchronous: the keys of data protection are asked for so.
    public IReadOnlyList<string> Read(string sql)
    {
        using var connection = NewConnection();
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var found = new List<string>();
        while (reader.Read())
            found.Add(reader.GetString(0));
        return found;
    }

    private DbConnection NewConnection() => dialect.NewConnection(DatabaseRegistration.ConnectionString(configuration), Settings);
}
