using Microsoft.Data.Sqlite;
using OneStop.Kernel.Data;

namespace OneStop.TestKit.Databases;

internal sealed class SqliteTestServer : TestServer
{
    public override string Provider => DatabaseOptions.Sqlite;

    public override Task<bool> HasTemplateAsync(string name) => Task.FromResult(File.Exists(TemplatePath(name)));

    public override Task<string> BeginTemplateAsync(string name)
    {
        foreach (var file in Directory.EnumerateFiles(TestFolders.Templates, $"{name}.part*"))
            File.Delete(file);
        // Without a pool the last connection closes at once and folds the write-ahead log into the file.
        return Task.FromResult(ConnectionTo(PartPath(name), pooling: false));
    }

    public override Task SealTemplateAsync(string name)
    {
        File.Move(PartPath(name), TemplatePath(name), overwrite: true);
        return Task.CompletedTask;
    }

    public override Task<TestDatabase> CopyTemplateAsync(string name)
    {
        var folder = TestFolders.New("db");
        var path = Path.Combine(folder, "onestop.db");
        File.Copy(TemplatePath(name), path);
        var connectionString = ConnectionTo(path);
        return Task.FromResult(new TestDatabase(connectionString, () =>
        {
            // The kernel adds its own settings to the connection string, so its pool cannot be named from here.
            SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
            return Task.CompletedTask;
        }));
    }

    private static string ConnectionTo(string path, bool pooling = true) => new SqliteConnectionStringBuilder { DataSource = path, Pooling = pooling }.ConnectionString;

    private static string TemplatePath(string name) => Path.Combine(TestFolders.Templates, $"{name}.db");

    private static string PartPath(string name) => Path.Combine(TestFolders.Templates, $"{name}.part");
}
