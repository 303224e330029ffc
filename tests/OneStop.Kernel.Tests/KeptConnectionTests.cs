using System.Data;
using Microsoft.Data.Sqlite;
using OneStop.Kernel.Data.Providers;
using Xunit;

namespace OneStop.Kernel.Tests;

public sealed class KeptConnectionTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("kept-").FullName;
    private readonly KeptConnection connection;

    public KeptConnectionTests()
    {
        connection = New();
        connection.Open();
        Run("PRAGMA journal_mode = WAL");
        Run("CREATE TABLE seen (id INTEGER PRIMARY KEY, name TEXT)");
    }

    [Fact]
    public void Stays_open_when_it_is_closed_and_ends_when_it_is_disposed()
    {
        connection.Close();
        Assert.Equal(ConnectionState.Open, connection.State);

        connection.Dispose();
        Assert.Equal(ConnectionState.Closed, connection.State);
    }

    [Fact]
    public void A_transaction_left_open_is_rolled_back_and_its_connection_not_kept()
    {
        using (var left = connection.BeginTransaction())
        {
            Run("INSERT INTO seen (name) VALUES ('lost')");
            connection.Close();
        }

        Assert.Equal(ConnectionState.Closed, connection.State);
        connection.Open();
        Assert.Equal(0L, Ask("SELECT count(*) FROM seen"));
    }

    [Fact]
    public void The_same_text_sees_what_others_wrote_and_takes_new_values_each_time()
    {
        const string text = "SELECT count(*) FROM seen WHERE name = $name";
        Assert.Equal(0L, Ask(text, "An"));
        connection.Close();

        using (var other = New())
        {
            other.Open();
            using var insert = other.CreateCommand();
            insert.CommandText = "INSERT INTO seen (name) VALUES ('An')";
            Assert.Equal(1, insert.ExecuteNonQuery());
        }

        Assert.Equal(1L, Ask(text, "An"));
        Assert.Equal(0L, Ask(text, "Bình"));
    }

    [Fact]
    public void The_same_text_may_run_twice_at_once()
    {
        Run("INSERT INTO seen (name) VALUES ('a'), ('b')");
        using var outer = connection.CreateCommand();
        outer.CommandText = "SELECT name FROM seen ORDER BY name";
        using var names = outer.ExecuteReader();
        Assert.True(names.Read());
        using (var inner = connection.CreateCommand())
        {
            inner.CommandText = outer.CommandText;
            Assert.Equal("a", inner.ExecuteScalar());
        }

        Assert.True(names.Read());
        Assert.Equal("b", names.GetString(0));
    }

    [Fact]
    public void A_refused_write_does_not_spoil_the_next_one()
    {
        Run("INSERT INTO seen (id, name) VALUES (1, 'first')");
        Assert.Throws<SqliteException>(() => Run("INSERT INTO seen (id, name) VALUES (1, 'first')"));
        Run("DELETE FROM seen");
        Run("INSERT INTO seen (id, name) VALUES (1, 'first')");
        Assert.Equal(1L, Ask("SELECT count(*) FROM seen"));
    }

    [Fact]
    public void A_changed_table_is_seen_by_what_was_prepared_before()
    {
        Assert.Equal(0L, Ask("SELECT count(*) FROM seen"));
        connection.Close();
        using (var other = New())
        {
            other.Open();
            using var change = other.CreateCommand();
            change.CommandText = "ALTER TABLE seen ADD COLUMN age INTEGER; INSERT INTO seen (name, age) VALUES ('An', 30);";
            change.ExecuteNonQuery();
        }

        Assert.Equal(1L, Ask("SELECT count(*) FROM seen"));
    }

    public void Dispose()
    {
        connection.Dispose();
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    private KeptConnection New() => new(new SqliteConnectionStringBuilder { DataSource = Path.Combine(folder, "kept.db") }.ConnectionString);

    private void Run(string text)
    {
        using var command = connection.CreateCommand();
        command.CommandText = text;
        command.ExecuteNonQuery();
    }

    private object? Ask(string text, string? name = null)
    {
        using var command = connection.CreateCommand();
        command.CommandText = text;
        if (name is not null)
            command.Parameters.AddWithValue("$name", name);
        return command.ExecuteScalar();
    }
}
