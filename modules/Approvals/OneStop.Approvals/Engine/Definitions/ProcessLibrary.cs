namespace OneStop.Approvals.Engine.Definitions;

/// <summary>Processes by the name a call activity may use: those of the same file by id, others by key.</summary>
internal sealed class ProcessLibrary(IReadOnlyDictionary<string, ProcessDefinition> byName)
{
    public static readonly ProcessLibrary Empty = new(new Dictionary<string, ProcessDefinition>());

    public IReadOnlyDictionary<string, ProcessDefinition> All { get; } = byName;

    public ProcessDefinition? Find(string name) => All.GetValueOrDefault(name);
}
