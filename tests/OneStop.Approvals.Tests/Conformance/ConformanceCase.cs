using System.Text.Json;

namespace OneStop.Approvals.Tests.Conformance;

/// <summary>A file of the collection; its first line says how it is run and what must come out.</summary>
internal sealed record ConformanceCase(string Path, string Name, Expectation Expected)
{
    public static string Folder { get; } = System.IO.Path.Combine(AppContext.BaseDirectory, "Conformance", "Files");

    public static ConformanceCase Read(string name)
    {
        var path = System.IO.Path.Combine(Folder, name + ".bpmn");
        var first = File.ReadLines(path).First();
        return new ConformanceCase(path, name, JsonSerializer.Deserialize<Expectation>(first["<!--".Length..^"-->".Length], JsonSerializerOptions.Web)!);
    }

    public string[] Arguments(bool reload)
    {
        List<string> args =
        [
            "run", Path, "--process", Expected.Process, "--user-tasks", Expected.UserTasks, "--clock", "virtual", "--timeout-ms", "20000", "--trace", "json",
        ];
        if (Expected.Vars.ValueKind == JsonValueKind.Object)
            args.AddRange(["--vars", Expected.Vars.GetRawText()]);
        if (Expected.AlsoStart is { } other)
            args.AddRange(["--also-start", other]);
        if (reload)
            args.AddRange(["--persist", "reload"]);
        return [.. args];
    }
}

/// <summary>The log is compared as a multiset; the order of branches is nobody's business.</summary>
internal sealed record Expectation(string About, string[] Log, string State)
{
    public string Process { get; init; } = "p";

    public string? AlsoStart { get; init; }

    public string UserTasks { get; init; } = "auto";

    public string? Error { get; init; }

    public JsonElement Vars { get; init; }
}
