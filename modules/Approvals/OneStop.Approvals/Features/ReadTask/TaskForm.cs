using System.Text.Json;

namespace OneStop.Approvals.Features.ReadTask;

/// <summary>Everything that can be typed on the task page; kept as a draft while it is typed.</summary>
internal sealed class TaskForm
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    public Dictionary<string, string> Fields { get; set; } = [];

    public string? Comment { get; set; }

    public string? Reason { get; set; }

    public string? Items { get; set; }

    public string? LegalBasis { get; set; }

    public string? AnswerBy { get; set; }

    public string? Target { get; set; }

    public string? Department { get; set; }

    public string? Colleague { get; set; }

    /// <summary>What is being typed for bodies to be asked, on a page of its own.</summary>
    public string? Asking { get; set; }

    public static TaskForm Read(string? draft)
    {
        try
        {
            return draft is null ? new TaskForm() : JsonSerializer.Deserialize<TaskForm>(draft, Options) ?? new TaskForm();
        }
        catch (JsonException)
        {
            return new TaskForm();
        }
    }

    public string Write() => JsonSerializer.Serialize(this, Options);

    public string[] ItemLines() => (Items ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
