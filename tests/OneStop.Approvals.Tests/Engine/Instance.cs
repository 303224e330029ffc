using System.Collections.Immutable;
using OneStop.Approvals.Engine.Definitions;
using OneStop.Approvals.Engine.Execution;

namespace OneStop.Approvals.Tests.Engine;

/// <summary>One running instance in memory, read back from its text after every step, with everything it has told so far.</summary>
internal sealed class Instance(ProcessDefinition definition)
{
    public static readonly DateTimeOffset Now = new(2025, 3, 3, 8, 0, 0, TimeSpan.FromHours(7));

    public ProcessDefinition Definition => definition;

    /// <summary>The time that the next steps see.</summary>
    public DateTimeOffset Moment { get; set; } = Now;

    public InstanceState State { get; private set; } = InstanceState.Empty;

    public List<HistoryEntry> History { get; } = [];

    public List<EngineJob> Jobs { get; } = [];

    public List<EngineMessage> Messages { get; } = [];

    public IEnumerable<string> OpenSteps =>
        State.Tokens.Where(t => t.State is TokenState.Task or TokenState.Message).Select(t => t.Node).OrderBy(id => id, StringComparer.Ordinal);

    public static Instance Start(string content, params (string Name, object? Value)[] variables) => Start(Bpmn.Compile(content), variables);

    public static Instance Start(ProcessDefinition definition, params (string Name, object? Value)[] variables)
    {
        var instance = new Instance(definition);
        Assert.Equal(Refusal.None, instance.Send(new StartInstance(Dictionary(variables))));
        return instance;
    }

    public Token At(string node) => State.Tokens.First(token => token.Node == node);

    public Refusal Send(EngineEvent @event, Guid? id = null)
    {
        var result = ProcessEngine.Step(definition, State, new EngineCommand(id ?? Guid.NewGuid(), @event, "tester"), Moment);
        State = StateJson.Read(StateJson.Write(result.State)) with { Applied = result.State.Applied };
        History.AddRange(result.History);
        Jobs.AddRange(result.Jobs);
        Messages.AddRange(result.Messages);
        return result.Refusal;
    }

    public Instance Complete(string node, params (string Name, object? Value)[] variables)
    {
        Assert.Equal(Refusal.None, Send(new CompleteTask(At(node).Id, "approve", Dictionary(variables))));
        return this;
    }

    public static ImmutableDictionary<string, object?> Dictionary(params (string Name, object? Value)[] variables) =>
        variables.ToImmutableDictionary(v => v.Name, v => v.Value);
}
