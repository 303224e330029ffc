using System.Text.RegularExpressions;
using Xunit;

namespace OneStop.ArchitectureTests;

public sealed partial class ModuleBoundaryTests
{
    [Fact]
    public void Module_ReferencesOnlyContractsKernelAndDesignSystem()
    {
        var wrong = SourceTree.Projects.Where(p => p.Module is not null)
            .SelectMany(p => References(p).Where(r => r is not ("OneStop.Kernel" or "OneStop.UI") && !r.EndsWith(".Contracts", StringComparison.Ordinal)).Select(r => $"{p.Path} -> {r}"));

        Assert.Empty(wrong);
    }

    [Fact]
    public void Contracts_ReferenceOnlyTheKernel() =>
        Assert.Empty(SourceTree.Projects.Where(p => p.ContractsOf is not null).SelectMany(p => References(p).Where(r => r != "OneStop.Kernel").Select(r => $"{p.Path} -> {r}")));

    [Fact]
    public void KernelAndDesignSystem_KnowNoModule() =>
        Assert.Empty(SourceTree.Projects.Where(p => p.Name is "OneStop.Kernel" or "OneStop.UI")
            .SelectMany(p => References(p).Where(r => r is not ("OneStop.Kernel" or "OneStop.UI" or "OneStop.SqlServerStandIn")).Select(r => $"{p.Path} -> {r}")));

    [Fact]
    public void Picture_IsTheOneInTheDocument()
    {
        var actual = SourceTree.Projects.Where(p => p.Module is not null).ToDictionary(
            p => p.Module!,
            p => string.Join(", ", References(p).Where(r => r.EndsWith(".Contracts", StringComparison.Ordinal)).Select(r => r.Split('.')[1]).Where(m => m != p.Module).Order(StringComparer.Ordinal)));

        var written = Row().Matches(SourceTree.Text("docs/modules.md")).ToDictionary(m => m.Groups[1].Value, m => m.Groups[2].Value.Trim() is "none" ? "" : m.Groups[2].Value.Trim());

        Assert.Equal(Lines(actual), Lines(written));
    }

    // The compiler holds this too; a using that slips in through a type alias or a string would not be caught by it.
    [Fact]
    public void Code_NamesNoInsideOfAnotherModule()
    {
        var modules = SourceTree.Projects.Select(p => p.Module).OfType<string>().ToArray();
        var wrong = from file in SourceTree.Code
                    where file.Module is not null
                    from line in file.Lines
                    from other in modules
                    where other != file.Module && Regex.IsMatch(line, $@"\bOneStop\.{other}\.(?!Contracts\b)[A-Z]")
                    select $"{file.Path}: {line.Trim()}";

        Assert.Empty(wrong);
    }

    [Fact]
    public void Domain_KnowsNoDatabaseNoWebNoClockNoTexts()
    {
        string[] strangers = ["Microsoft.EntityFrameworkCore", "Microsoft.AspNetCore", "TimeProvider", "IStringLocalizer", "ICallerContext", "IDispatcher", "ModuleDbContext"];
        var wrong = from file in SourceTree.Product
                    where file.Module is not null && file.Path.Contains("/Domain/", StringComparison.Ordinal)
                    from line in file.Lines
                    from stranger in strangers
                    where line.Contains(stranger, StringComparison.Ordinal) && !line.TrimStart().StartsWith("//", StringComparison.Ordinal)
                    select $"{file.Path}: {line.Trim()}";

        Assert.Empty(wrong);
    }

    [Fact]
    public void ProviderSpecificCode_StandsInOneFolderOfTheKernel()
    {
        string[] providers = ["Npgsql", "Microsoft.Data.Sqlite", "Microsoft.Data.SqlClient", "FromSqlRaw", "ExecuteSqlRaw", "SqlQueryRaw", "FromSqlInterpolated"];
        var wrong = from file in SourceTree.Product
                    where !file.Path.StartsWith("src/OneStop.Kernel/Data/Providers/", StringComparison.Ordinal)
                    from line in file.Lines
                    from provider in providers
                    where line.Contains(provider, StringComparison.Ordinal) && !line.TrimStart().StartsWith("//", StringComparison.Ordinal) && !line.Contains($"\"{provider}\"", StringComparison.Ordinal)
                    select $"{file.Path}: {line.Trim()}";

        Assert.Empty(wrong);
    }

    private static IEnumerable<string> References(SourceFile project) => Reference().Matches(project.Text).Select(m => m.Groups[1].Value);

    private static string Lines(Dictionary<string, string> picture) =>
        string.Join('\n', picture.OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => $"{p.Key}: {(p.Value.Length == 0 ? "none" : p.Value)}"));

    [GeneratedRegex("<ProjectReference Include=\"[^\"]*/([^/\"]+)\\.csproj\"")]
    private static partial Regex Reference();

    [GeneratedRegex(@"^\| (\w+) \| ([^|]*)\|", RegexOptions.Multiline)]
    private static partial Regex Row();
}
