using System.Text.Json;
using OneStop.Approvals.Trace;

namespace OneStop.Approvals.Tests.Conformance;

/// <summary>One behaviour of BPMN a file, run by the verb itself.</summary>
public sealed class ConformanceTests
{
    public static TheoryData<string> Names => [.. Directory.EnumerateFiles(ConformanceCase.Folder, "*.bpmn", SearchOption.AllDirectories)
        .Select(path => Path.ChangeExtension(Path.GetRelativePath(ConformanceCase.Folder, path), null).Replace('\\', '/')).Order(StringComparer.Ordinal)];

    [Fact]
    public void Collection_IsLarge() => Assert.True(Names.Count >= 200, $"{Names.Count} files");

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Run_File_GivesItsTrace(string name)
    {
        var file = ConformanceCase.Read(name);

        var (state, log, error, _) = await RunAsync(file.Arguments(reload: false));

        Assert.Equal((file.Expected.State, file.Expected.Error, Sorted(file.Expected.Log)), (state, error, Sorted(log)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Run_FileDroppingAllMemoryAfterEachCommit_GivesTheSameTrace(string name)
    {
        var file = ConformanceCase.Read(name);

        var kept = await RunAsync(file.Arguments(reload: false));
        var reloaded = await RunAsync(file.Arguments(reload: true));

        Assert.Equal((kept.State, kept.Error, string.Join(' ', kept.Log), kept.Events), (reloaded.State, reloaded.Error, string.Join(' ', reloaded.Log), reloaded.Events));
    }

    private static string Sorted(IEnumerable<string> log) => string.Join(' ', log.Order(StringComparer.Ordinal));

    private static async Task<(string State, string[] Log, string? Error, string Events)> RunAsync(string[] args)
    {
        using var output = new StringWriter();
        Assert.Equal(0, await BpmnVerb.RunAsync(args, output, output, TimeProvider.System, CancellationToken.None));
        var last = output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries)[^1];
        using var json = JsonDocument.Parse(last);
        var root = json.RootElement;
        Assert.Equal(["deployed", "state", "log", "error", "events"], root.EnumerateObject().Select(p => p.Name));
        var error = root.GetProperty("error");
        return (
            root.GetProperty("state").GetString()!,
            [.. root.GetProperty("log").EnumerateArray().Select(line => line.GetString()!)],
            error.ValueKind == JsonValueKind.Null ? null : error.GetProperty("kind").GetString(),
            string.Join(' ', root.GetProperty("events").EnumerateArray().Select(e => $"{e.GetProperty("type")}:{e.GetProperty("element")}:{e.GetProperty("process")}")));
    }
}
