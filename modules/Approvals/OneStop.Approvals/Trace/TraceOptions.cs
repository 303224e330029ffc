using System.Globalization;
using System.Text.Json;
using OneStop.Approvals.Engine.Execution;

namespace OneStop.Approvals.Trace;

/// <summary>What the verb was asked for.</summary>
internal sealed record TraceOptions
{
    public const string Usage =
        "Usage: bpmn run FILE --process ID [--also-start ID] [--vars JSON] [--user-tasks auto|stop] [--clock real|virtual] [--timeout-ms N] [--persist reload] [--trace json]\n       bpmn validate FILE";

    public required string Verb { get; init; }

    public required string File { get; init; }

    public string? Process { get; init; }

    public IReadOnlyList<string> AlsoStart { get; init; } = [];

    public IReadOnlyDictionary<string, object?> Variables { get; init; } = new Dictionary<string, object?>();

    public bool CompletesUserTasks { get; init; } = true;

    public bool IsVirtual { get; init; }

    public bool Reloads { get; init; }

    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Null when the words make no sense.</summary>
    public static TraceOptions? Parse(IReadOnlyList<string> args)
    {
        if (args.Count < 2 || args[0] is not ("run" or "validate"))
            return null;
        var options = new TraceOptions { Verb = args[0], File = args[1] };
        for (var i = 2; i < args.Count; i += 2)
        {
            if (i + 1 >= args.Count || options.With(args[i], args[i + 1]) is not { } more)
                return null;
            options = more;
        }

        return options.Verb == "validate" || options.Process is not null ? options : null;
    }

    private TraceOptions? With(string name, string value) => (name, value) switch
    {
        ("--process", _) => this with { Process = value },
        ("--also-start", _) => this with { AlsoStart = [.. AlsoStart, .. value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)] },
        ("--vars", _) => ReadVariables(value) is { } variables ? this with { Variables = variables } : null,
        ("--user-tasks", "auto" or "stop") => this with { CompletesUserTasks = value == "auto" },
        ("--clock", "real" or "virtual") => this with { IsVirtual = value == "virtual" },
        ("--persist", "reload") => this with { Reloads = true },
        ("--trace", "json") => this,
        ("--timeout-ms", _) when int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds) => this with { Timeout = TimeSpan.FromMilliseconds(milliseconds) },
        _ => null,
    };

    private static IReadOnlyDictionary<string, object?>? ReadVariables(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return StateJson.ReadValue(document.RootElement) as IReadOnlyDictionary<string, object?>;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
