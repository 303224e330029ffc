using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using OneStop.Kernel.Data;
using OneStop.Web;
using Xunit;

namespace OneStop.IntegrationTests;

// The schema SQL Server would be given, read for what it refuses at run time (docs/adr/0002).
public sealed partial class SqlServerSchemaTests : IDisposable
{
    private const int MostKeyBytes = 900;
    private const int MostIndexBytes = 1700;
    private readonly OneStopDbContext context;

    public SqlServerSchemaTests()
    {
        var options = new DbContextOptionsBuilder<OneStopDbContext>();
        options.UseOneStopDatabase(new DatabaseOptions { Provider = DatabaseOptions.SqlServer }, "Server=localhost;Database=onestop");
        context = new OneStopDbContext(options.Options, ModuleList.All);
    }

    private IEnumerable<IEntityType> Entities => context.Model.GetEntityTypes();

    [Fact]
    public void Script_UsesNoLegacyTypes() => Assert.Empty(LegacyType().Matches(context.Database.GenerateCreateScript()).Select(m => m.Value));

    // Errors 1919 and 1946: a key column must have a length, and a short one.
    [Fact]
    public void KeysAndIndexes_FitIntoTheirLimits()
    {
        var wrong = from entity in Entities
                    from key in entity.GetKeys().Select(k => (Name: k.GetName() ?? "", k.Properties, Limit: MostKeyBytes)).Concat(entity.GetIndexes().Select(i => (Name: i.GetDatabaseName() ?? "", i.Properties, Limit: MostIndexBytes)))
                    let bytes = key.Properties.Sum(BytesOf)
                    where bytes > key.Limit
                    select $"{entity.GetTableName()}.{key.Name}: {bytes} bytes of {key.Limit}";

        Assert.Empty(wrong);
    }

    // Error 1785: a row must not be reachable by two chains of cascading deletes, nor by a ring.
    [Fact]
    public void Cascades_ReachEachTableOnOneWay()
    {
        var children = Entities.SelectMany(e => e.GetForeignKeys()).Where(f => f.DeleteBehavior is DeleteBehavior.Cascade or DeleteBehavior.SetNull)
            .ToLookup(f => f.PrincipalEntityType.GetTableName()!, f => f.DeclaringEntityType.GetTableName()!);
        var wrong = new List<string>();
        foreach (var root in Entities.Select(e => e.GetTableName()!).Distinct())
        {
            var seen = new HashSet<string>(StringComparer.Ordinal) { root };
            var open = new Queue<string>([root]);
            while (open.TryDequeue(out var table))
            {
                foreach (var child in children[table])
                {
                    if (seen.Add(child))
                        open.Enqueue(child);
                    else
                        wrong.Add($"{root} reaches {child} twice");
                }
            }
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public void ForeignKeys_NeverLeaveTheirSchema() =>
        Assert.Empty(Entities.SelectMany(e => e.GetForeignKeys()).Where(f => f.PrincipalEntityType.GetSchema() != f.DeclaringEntityType.GetSchema()).Select(f => f.ToString()));

    [Fact]
    public void Tables_HaveTheirModulesSchemaAndShortNames()
    {
        var schemas = ModuleList.All.Select(m => m.Schema).Append("kernel").ToHashSet(StringComparer.Ordinal);

        Assert.All(Entities, e => Assert.Contains(e.GetSchema()!, schemas));
        Assert.All(Entities.SelectMany(e => e.GetIndexes().Select(i => i.GetDatabaseName()!).Append(e.GetTableName()!)), n => Assert.InRange(n.Length, 1, 128));
    }

    // A statement carries at most 2,100 parameters: the batch is cut by the provider, but one row must fit.
    [Fact]
    public void Rows_FitIntoOneStatement() => Assert.All(Entities, e => Assert.InRange(e.GetProperties().Count(), 1, 100));

    public void Dispose() => context.Dispose();

    private static int BytesOf(IProperty property)
    {
        var type = property.GetColumnType();
        var length = Length().Match(type) is { Success: true } match ? (match.Groups[2].Value == "max" ? 1_000_000 : int.Parse(match.Groups[2].Value, System.Globalization.CultureInfo.InvariantCulture)) : 16;
        return type.StartsWith("nvarchar", StringComparison.Ordinal) || type.StartsWith("nchar", StringComparison.Ordinal) ? length * 2 : type.Contains("char", StringComparison.Ordinal) || type.Contains("binary", StringComparison.Ordinal) ? length : 16;
    }

    [GeneratedRegex(@"\] (datetime|smalldatetime|text|ntext|image|money|float)\b")]
    private static partial Regex LegacyType();

    [GeneratedRegex(@"^(\w+)\((\d+|max)\)")]
    private static partial Regex Length();
}
