using OneStop.Kernel.Data;

namespace OneStop.TestKit.Databases;

// A kind of database server that tests run on. A database is made once, kept as a template and copied for each test class.
internal abstract class TestServer
{
    public abstract string Provider { get; }

    public abstract Task<bool> HasTemplateAsync(string name);

    // The connection string of a new, empty database that becomes the template when it is sealed.
    public abstract Task<string> BeginTemplateAsync(string name);

    public abstract Task SealTemplateAsync(string name);

    public abstract Task<TestDatabase> CopyTemplateAsync(string name);

    public static TestServer For(string provider) => provider switch
    {
        DatabaseOptions.Sqlite => new SqliteTestServer(),
        DatabaseOptions.PostgreSql => new PostgreSqlTestServer(),
        _ => throw new InvalidOperationException($"Tests run on {DatabaseOptions.Sqlite} and {DatabaseOptions.PostgreSql}, not on '{provider}'."),
    };
}

internal sealed record TestDatabase(string ConnectionString, Func<Task> DropAsync);
