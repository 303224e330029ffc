using System.Text.Json;
using System.Text.Json.Serialization;
using OneStop.Approvals.Engine.Execution;

namespace OneStop.Approvals.Trace;

/// <summary>Everything a run remembers between two commits, so that it can be written, dropped and read back.</summary>
internal sealed class TraceState
{
    private static readonly JsonSerializerOptions Options = new() { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    public DateTimeOffset Now { get; set; }

    public int Commands { get; set; }

    public List<TraceInstance> Instances { get; init; } = [];

    public List<TraceTimer> Timers { get; init; } = [];

    public List<TracePost> Messages { get; init; } = [];

    public List<TracePost> Signals { get; init; } = [];

    /// <summary>Which events of a parallel multiple start have happened, by start event.</summary>
    public Dictionary<string, int> Starts { get; init; } = [];

    public List<string> Log { get; init; } = [];

    public List<TraceEvent> Events { get; init; } = [];

    public TraceError? Error { get; set; }

    public string Write() => JsonSerializer.Serialize(this, Options);

    public static TraceState Read(string text) => JsonSerializer.Deserialize<TraceState>(text, Options)!;
}

internal sealed class TraceInstance
{
    public required string Id { get; init; }

    public required string Process { get; init; }

    /// <summary>As a database would hold it.</summary>
    [JsonPropertyName("State")]
    public string Text
    {
        get => StateJson.Write(State);
        init => State = StateJson.Read(value);
    }

    [JsonIgnore]
    public InstanceState State { get; set; } = InstanceState.Empty;

    /// <summary>An error nobody caught has stopped it.</summary>
    public bool IsStopped { get; set; }
}

/// <summary>A timer of an instance, or (without one) of a start event.</summary>
internal sealed record TraceTimer(string? Instance, int Timer, string Process, string Node, DateTimeOffset DueAt, int? Left);

internal sealed record TracePost(string Name, string Instance, string Process)
{
    /// <summary>What a message carries, as text: values of a process survive no other way of reading them back.</summary>
    public string? Carried { get; init; }
}

internal sealed record TraceEvent(int Seq, DateTimeOffset At, string Type, string Element, string Process, string Instance);

internal sealed record TraceError(string Kind, string Code, string Message, string Element);
