using OneStop.TestKit;

namespace OneStop.ArchitectureTests;

// The repository's own files as the rules read them: no build output, no packages, no generated migrations.
internal static class SourceTree
{
    private static readonly string[] Skipped = ["bin", "obj", "node_modules", "Migrations", "data", ".git", "TestResults"];

    public static IReadOnlyList<SourceFile> Code { get; } = [.. Read("*.cs").Concat(Read("*.razor"))];

    public static IReadOnlyList<SourceFile> Product { get; } = [.. Code.Where(f => !f.Path.StartsWith("tests/", StringComparison.Ordinal))];

    public static IReadOnlyList<SourceFile> Projects { get; } = [.. Read("*.csproj")];

    public static IReadOnlyList<SourceFile> Resources { get; } = [.. Read("*.resx")];

    public static string Text(string path) => File.ReadAllText(RepositoryRoot.File(path.Split('/')));

    private static IEnumerable<SourceFile> Read(string pattern) =>
        new[] { "src", "modules", "tests" }.SelectMany(top => Walk(RepositoryRoot.File(top), pattern))
            .Select(path => new SourceFile(Path.GetRelativePath(RepositoryRoot.Path, path).Replace('\\', '/'), File.ReadAllText(path)))
            .OrderBy(f => f.Path, StringComparer.Ordinal);

    private static IEnumerable<string> Walk(string folder, string pattern) =>
        Directory.EnumerateFiles(folder, pattern)
            .Concat(Directory.EnumerateDirectories(folder).Where(d => !Skipped.Contains(Path.GetFileName(d), StringComparer.Ordinal)).SelectMany(d => Walk(d, pattern)));
}

internal sealed record SourceFile(string Path, string Text)
{
    public string[] Lines { get; } = Text.Split('\n');

    public string Name => System.IO.Path.GetFileNameWithoutExtension(Path);

    // The module whose inside the file is part of, or null.
    public string? Module => Path.Split('/') is ["modules", var name, var project, ..] && project == $"OneStop.{name}" ? name : null;

    public string? ContractsOf => Path.Split('/') is ["modules", var name, var project, ..] && project == $"OneStop.{name}.Contracts" ? name : null;
}
