using System.Reflection;

namespace OneStop.Approvals.Runtime;

/// <summary>The process files that ship inside the module.</summary>
internal static class ProcessFiles
{
    private const string Folder = "Processes/";
    private const string Extension = ".bpmn";

    public static IReadOnlyList<ProcessFile> All { get; } = Read(typeof(ProcessFiles).Assembly);

    private static ProcessFile[] Read(Assembly assembly) =>
    [
        .. assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Folder, StringComparison.Ordinal) && name.EndsWith(Extension, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(name => new ProcessFile(name[Folder.Length..^Extension.Length], ReadText(assembly, name))),
    ];

    private static string ReadText(Assembly assembly, string name)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}

internal sealed record ProcessFile(string Name, string Xml);
