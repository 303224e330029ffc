using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace OneStop.Approvals.Tests.Survival;

/// <summary>
/// Kills this process with SIGKILL at the n-th point that its work comes to: before a statement, before a commit, right after a commit.
/// What it is about to do is told first, so that the other side can say where it died.
/// </summary>
internal sealed class FaultPoints(int dieAt) : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>
{
    public const string Prefix = "fault ";
    private readonly ManualResetEventSlim never = new();
    private bool counting;
    private int points;

    /// <summary>To be called before the first context exists: contexts ask for listeners once and then only now and then.</summary>
    public static FaultPoints Arm(int dieAt)
    {
        var points = new FaultPoints(dieAt);
        DiagnosticListener.AllListeners.Subscribe(points);
        return points;
    }

    /// <summary>The work has begun; what came before was only the start.</summary>
    public void Begin() => Volatile.Write(ref counting, true);

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == DbLoggerCategory.Name)
            value.Subscribe(this);
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        var name = value.Value switch
        {
            CommandEventData command when value.Key == RelationalEventId.CommandExecuting.Name => NameOf(command.Command.CommandText),
            TransactionEventData when value.Key == RelationalEventId.TransactionCommitting.Name => "commit",
            TransactionEndEventData when value.Key == RelationalEventId.TransactionCommitted.Name => "after commit",
            _ => null,
        };
        if (name is null || !Volatile.Read(ref counting) || Interlocked.Increment(ref points) != dieAt)
            return;
        Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Prefix}{name}"));
        Console.Out.Flush();
        Process.GetCurrentProcess().Kill();
        never.Wait();
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }

    // The verb and the table: "UPDATE process_instance".
    private static string NameOf(string sql)
    {
        var words = sql.Split([' ', '\n', '\r', '\t', '"', '(', '.', ';'], StringSplitOptions.RemoveEmptyEntries);
        var table = Array.FindIndex(words, word => word is "FROM" or "INTO" or "UPDATE");
        return table >= 0 && table + 1 < words.Length ? $"{words[0]} {words.Skip(table + 1).First(word => word is not ("approvals" or "kernel"))}" : words[0];
    }
}
