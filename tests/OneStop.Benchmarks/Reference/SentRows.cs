using System.Data.Common;
using System.Globalization;

namespace OneStop.Benchmarks.Reference;

// The writes of one recorded deed, done again by raw ADO.NET in one transaction: the same statements and values, with ids and codes of their own.
internal sealed class SentRows(IReadOnlyList<ReferenceCommand> commands, Guid subject, string uniqueCode)
{
    private static readonly string[] Kinds = ["INSERT INTO", "UPDATE ", "DELETE FROM"];
    private readonly ReferenceCommand[] writes =
        [.. commands.Where(c => Kinds.Any(kind => c.Text.Contains(kind, StringComparison.Ordinal)))];

    public int Statements => writes.Sum(w => Kinds.Sum(kind => Count(w.Text, kind)));

    public int Recorded => commands.Count;

    public int Bytes => writes.Sum(w => w.Parameters.Sum(p => System.Text.Encoding.UTF8.GetByteCount(p.Text ?? "")));

    public Task WriteAsync(DbConnection connection, Guid newSubject, string newCode) =>
        WriteAsync(connection, new Dictionary<string, string>(StringComparer.Ordinal) { [subject.ToString()] = newSubject.ToString() }, newCode);

    // Deeds on one subject share the ids, so that the second finds the rows of the first.
    public async Task WriteAsync(DbConnection connection, Dictionary<string, string> ids, string newCode)
    {
        await using var transaction = await connection.BeginTransactionAsync();
        var touched = 0;
        foreach (var write in writes)
        {
            await using var command = new ReferenceCommand(write.Text, [.. write.Parameters.Select(p => p with { Text = Anew(p) })]).On(connection);
            command.Transaction = transaction;
            touched += await command.ExecuteNonQueryAsync();
        }

        if (touched < 1)
            throw new InvalidOperationException("The recorded writes touched no row.");
        await transaction.CommitAsync();

        string? Anew(ReferenceParameter parameter)
        {
            if (parameter.Text == uniqueCode)
                return newCode;
            if (parameter.Type != nameof(Guid) || parameter.Text is null)
                return parameter.Text;
            if (!ids.TryGetValue(parameter.Text, out var id))
                ids[parameter.Text] = id = Guid.CreateVersion7().ToString();
            return id;
        }
    }

    private static int Count(string text, string word) => (text.Length - text.Replace(word, "", StringComparison.Ordinal).Length) / word.Length;

    public string Describe() => string.Create(CultureInfo.InvariantCulture, $"{Statements} statements in {writes.Length} commands");
}
