using System.Collections.Concurrent;
using System.Data;
using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;

namespace OneStop.Kernel.Data.Providers;

// Belongs to one pooled context and stays open between its deeds, with the statements it has prepared: opening, parsing and planning cost several times
// what a small query does. It has none of the functions that EF gives its own connections: arithmetic on decimals and patterns in SQL, which no query uses.
internal sealed class KeptConnection(string connectionString) : SqliteConnection(connectionString)
{
    // Of one database: each holds a file and a cache of pages.
    private const int MostKept = 48;
    private const int MostStatements = 100;
    private static readonly ConcurrentDictionary<string, StrongBox<int>> KeptOf = new(StringComparer.Ordinal);
    private readonly StrongBox<int> keptOpen = KeptOf.GetOrAdd(connectionString, _ => new StrongBox<int>());
    private readonly Dictionary<string, SqliteCommand> prepared = new(StringComparer.Ordinal);
    private bool isKept;
    private bool isEnding;

    public override void Close()
    {
        if (!isEnding && IsSound() && MayStay())
            return;
        prepared.Clear();
        Leave();
        base.Close();
    }

    public override SqliteCommand CreateCommand() => new KeptCommand(this) { CommandTimeout = DefaultTimeout, Transaction = Transaction };

    protected override DbCommand CreateDbCommand() => CreateCommand();

    protected override void Dispose(bool disposing)
    {
        isEnding = true;
        Leave();
        base.Dispose(disposing);
    }

    // Nothing is kept of a transaction that was left open.
    private bool IsSound() => State == ConnectionState.Open && Transaction is null && SQLitePCL.raw.sqlite3_get_autocommit(Handle!) != 0;

    private bool MayStay()
    {
        if (isKept)
            return true;
        if (Interlocked.Increment(ref keptOpen.Value) <= MostKept)
            return isKept = true;
        Interlocked.Decrement(ref keptOpen.Value);
        return false;
    }

    private void Leave()
    {
        if (isKept)
            Interlocked.Decrement(ref keptOpen.Value);
        isKept = false;
    }

    private SqliteCommand Take(string text) => prepared.Remove(text, out var command) ? command : new SqliteCommand(text, this);

    private void Return(SqliteCommand command)
    {
        command.Parameters.Clear();
        command.Transaction = null;
        if (State != ConnectionState.Open || prepared.Count >= MostStatements || !prepared.TryAdd(command.CommandText, command))
            command.Dispose();
    }

    // Like any other command, but what it runs has been prepared when its text was run on this connection before.
    private sealed class KeptCommand : SqliteCommand
    {
        private readonly KeptConnection owner;
        private SqliteCommand? running;

        public KeptCommand(KeptConnection owner)
        {
            this.owner = owner;
            Connection = owner;
        }

        public override SqliteDataReader ExecuteReader(CommandBehavior behavior)
        {
            GiveBack();
            running = owner.Take(CommandText);
            running.CommandTimeout = CommandTimeout;
            running.Transaction = Transaction;
            foreach (SqliteParameter parameter in Parameters)
                running.Parameters.Add(parameter);
            try
            {
                return running.ExecuteReader(behavior);
            }
            catch
            {
                running.Dispose();
                running = null;
                throw;
            }
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing)
                GiveBack();
            base.Dispose(disposing);
        }

        private void GiveBack()
        {
            if (running is { } command)
            {
                running = null;
                owner.Return(command);
            }
        }
    }
}
