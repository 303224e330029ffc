using OneStop.Kernel.Callers;

namespace OneStop.Approvals.Runtime;

/// <summary>Who moves an instance, on which task, with what words: what the engine does not need and the tables and events do.</summary>
internal sealed record StepDeed(
    int Token, string Outcome, Guid? ActorId, string ActorName, string ActorTitle, string? Comment, IReadOnlyDictionary<string, string> Fields)
{
    private static readonly Dictionary<string, string> NoFields = [];

    /// <summary>Key of the button, for matters that have two.</summary>
    public string Action { get; init; } = "";

    public static StepDeed System { get; } = new(0, "", null, "", "", null, NoFields);

    public static StepDeed By(Caller caller, string title, int token, string outcome, string? comment, IReadOnlyDictionary<string, string>? fields = null) =>
        new(token, outcome, caller.AccountId, caller.Name, title, comment, fields ?? NoFields);
}

/// <summary>A step that a command has opened, to tell the one who did it where the dossier is now.</summary>
internal sealed record OpenedStep(string Name, string AgencyName, string? DepartmentName, DateTimeOffset? DueAt);
