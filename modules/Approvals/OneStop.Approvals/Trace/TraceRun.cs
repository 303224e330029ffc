using System.Globalization;
using OneStop.Approvals.Engine.Bpmn;
using OneStop.Approvals.Engine.Definitions;
using OneStop.Approvals.Engine.Execution;

namespace OneStop.Approvals.Trace;

/// <summary>
/// The engine on one file, with memory for a shell: messages and signals go between the instances, timers wait for the clock, people answer at once.
/// Each step is a commit.
/// </summary>
internal sealed partial class TraceRun(string xml, CompiledFile file, TraceOptions options, TimeProvider time)
{
    private const int MostInstances = 200;

    private Dictionary<string, ProcessDefinition> processes = file.Processes.ToDictionary(process => process.Id, StringComparer.Ordinal);
    private TraceState state = new() { Now = time.GetUtcNow() };

    private readonly DateTimeOffset begun = time.GetUtcNow();

    public TraceState State => state;

    public bool Knows(string process) => processes.ContainsKey(process);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var deadline = begun + options.Timeout;
        Deploy(options.Timeout);
        foreach (var process in options.AlsoStart.Prepend(options.Process!).Distinct())
        {
            if (processes[process].Starts.Count > 0)
                Start(processes[process], null, options.Variables);
        }

        while (time.GetUtcNow() < deadline && !cancellationToken.IsCancellationRequested)
        {
            if (PostOne() || CompleteOne() || SignalOne())
                continue;
            if (!await TickAsync(deadline, cancellationToken))
                break;
        }
    }

    /// <summary>Completed, waiting, failed or terminated, as the named process stands.</summary>
    public string Outcome()
    {
        if (state.Error is not null)
            return "failed";
        var named = state.Instances.Where(instance => instance.Process == options.Process).ToList();
        if (named.Count == 0 || named.Exists(instance => !instance.State.IsEnded))
            return "waiting";
        return named.Exists(instance => instance.State.Status == InstanceStatus.Terminated) ? "terminated" : "completed";
    }

    private void Start(ProcessDefinition process, FlowNode? trigger, IReadOnlyDictionary<string, object?> variables, IReadOnlyDictionary<string, object?>? carried = null)
    {
        if (state.Instances.Count >= MostInstances)
        {
            state.Error ??= new TraceError("runtime", Incidents.EndlessLoop, TraceTexts.Of(Incidents.EndlessLoop), trigger?.Id ?? process.Id);
            return;
        }

        var instance = new TraceInstance { Id = $"{process.Id}:{state.Instances.Count + 1}", Process = process.Id };
        state.Instances.Add(instance);
        Step(instance, new StartInstance(variables, trigger?.Id) { Carried = carried ?? Nothing });
    }

    private Refusal Step(TraceInstance instance, EngineEvent @event)
    {
        if (instance.IsStopped)
            return Refusal.InstanceEnded;
        var id = new Guid(++state.Commands, 0, 0, new byte[8]);
        var result = ProcessEngine.Step(processes[instance.Process], instance.State, new EngineCommand(id, @event), state.Now);
        if (result.Refusal != Refusal.None)
            return result.Refusal;
        instance.State = result.State with { Applied = [] };
        foreach (var entry in result.History)
            state.Events.Add(new TraceEvent(state.Events.Count + 1, entry.At, Camel(entry.Kind), entry.Node, ProcessOf(instance, entry.Node), instance.Id));
        foreach (var message in result.Messages)
            Tell(instance, message);
        foreach (var job in result.Jobs)
            Keep(instance, job);
        if (options.Reloads)
            Reload();
        return Refusal.None;
    }

    private void Tell(TraceInstance instance, EngineMessage message)
    {
        switch (message)
        {
            case Logged logged:
                state.Log.Add(logged.Text);
                break;
            case MessageThrown thrown:
                state.Messages.Add(new TracePost(thrown.Message, instance.Id, instance.Process) { Carried = thrown.Values.IsEmpty ? null : StateJson.WriteValues(thrown.Values) });
                break;
            case SignalThrown thrown:
                state.Signals.Add(new TracePost(thrown.Signal, instance.Id, instance.Process));
                break;
            case IncidentRaised { Code: Incidents.UncaughtError } raised:
                state.Error ??= new TraceError("error-event", raised.Detail, TraceTexts.Of(raised.Code), raised.Node);
                instance.IsStopped = true;
                state.Timers.RemoveAll(timer => timer.Instance == instance.Id);
                break;
            case IncidentRaised raised:
                state.Error ??= new TraceError("runtime", raised.Code, $"{TraceTexts.Of(raised.Code)} {raised.Detail}".Trim(), raised.Node);
                break;
        }
    }

    private void Keep(TraceInstance instance, EngineJob job)
    {
        switch (job)
        {
            case StartTimer timer when !instance.IsStopped:
                state.Timers.Add(new TraceTimer(instance.Id, timer.Timer, instance.Process, timer.Node, timer.At ?? (state.Now + timer.After!.Value), null));
                break;
            case CancelTimer cancel:
                state.Timers.RemoveAll(timer => timer.Instance == instance.Id && timer.Timer == cancel.Timer);
                break;
        }
    }

    /// <summary>A user task is done as soon as nothing else moves.</summary>
    private bool CompleteOne()
    {
        if (!options.CompletesUserTasks)
            return false;
        foreach (var instance in state.Instances.Where(instance => !instance.IsStopped))
        {
            if (instance.State.Tokens.FirstOrDefault(token => token.State == TokenState.Task) is not { } token)
                continue;
            var action = Node(token.Node)?.Actions.FirstOrDefault(candidate => candidate.Kind == ActionKind.Approve)?.Key ?? "approve";
            Step(instance, new CompleteTask(token.Id, action));
            return true;
        }

        return false;
    }

    private void Reload()
    {
        var text = state.Write();
        state = TraceState.Read(text);
        processes = BpmnCompiler.Compile(xml, CompileMode.Trace).Processes.ToDictionary(process => process.Id, StringComparer.Ordinal);
    }

    private string ProcessOf(TraceInstance instance, string node) =>
        node.Length == 0 || processes[instance.Process].TryFind(node, out _) ? instance.Process : processes.Values.FirstOrDefault(process => process.TryFind(node, out _))?.Id ?? instance.Process;

    private static string Camel(HistoryKind kind)
    {
        var name = kind.ToString();
        return string.Create(CultureInfo.InvariantCulture, $"{char.ToLowerInvariant(name[0])}{name[1..]}");
    }
}
