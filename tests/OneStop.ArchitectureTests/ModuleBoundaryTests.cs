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

        Rule.Holds(wrong);
    }

    // A reference nobody needs is a door left open, and a wrong line in docs/modules.md.
    [Fact]
    public void Module_UsesTheContractsItReferences() =>
        Rule.Holds(from project in SourceTree.Projects
                   where project.Module is not null
                   from contracts in References(project).Where(r => r.EndsWith(".Contracts", StringComparison.Ordinal) && r != $"OneStop.{project.Module}.Contracts")
                   where !SourceTree.Code.Any(f => f.Module == project.Module && f.Text.Contains(contracts, StringComparison.Ordinal))
                   select $"{project.Path} -> {contracts}");

    [Fact]
    public void Contracts_ReferenceOnlyTheKernel() =>
        Rule.Holds(SourceTree.Projects.Where(p => p.ContractsOf is not null).SelectMany(p => References(p).Where(r => r != "OneStop.Kernel").Select(r => $"{p.Path} -> {r}")));

    [Fact]
    public void KernelAndDesignSystem_KnowNoModule() =>
        Rule.Holds(SourceTree.Projects.Where(p => p.Name is "OneStop.Kernel" or "OneStop.UI")
            .SelectMany(p => References(p).Where(r => r is not ("OneStop.Kernel" or "OneStop.UI" or "OneStop.SqlServerStandIn")).Select(r => $"{p.Path} -> {r}")));

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

        Rule.Holds(wrong);
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
                    // Accounts are those of ASP.NET Core Identity, as ordered (docs/adr/0005).
                    where !(file.Module == "Identity" && line.Contains("Microsoft.AspNetCore.Identity", StringComparison.Ordinal))
                    select $"{file.Path}: {line.Trim()}";

        Rule.Holds(wrong);
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

        Rule.Holds(wrong);
    }

    internal static IEnumerable<string> References(SourceFile project) => Reference().Matches(project.Text).Select(m => m.Groups[1].Value);

    [GeneratedRegex("<ProjectReference Include=\"[^\"]*/([^/\"]+)\\.csproj\"")]
    private static partial Regex Reference();
}
