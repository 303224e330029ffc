using OneStop.Approvals.Engine.Definitions;
using OneStop.Approvals.Engine.Execution;

namespace OneStop.Approvals.Trace;

/// <summary>What goes between instances, and what the clock brings.</summary>
internal sealed partial class TraceRun
{
    private static readonly Dictionary<string, object?> Nothing = [];

    /// <summary>Delivers the first message somebody waits for; the others stay in the box.</summary>
    private bool PostOne()
    {
        for (var i = 0; i < state.Messages.Count; i++)
        {
            var post = state.Messages[i];
            // Out of the box before anything moves: what moves may reload the box.
            state.Messages.RemoveAt(i);
            if (Deliver(post))
                return true;
            state.Messages.Insert(i, post);
        }

        return false;
    }

    private bool Deliver(TracePost post)
    {
        var message = new Deliver(post.Name, post.Carried is { } text ? StateJson.ReadValues(text) : Nothing, Thrown: true);
        foreach (var id in state.Instances.Where(other => other.Id != post.Instance).Select(other => other.Id).ToList())
        {
            if (Step(Instance(id), message) == Refusal.None)
                return true;
        }

        foreach (var (process, node, index) in Triggers(EventKind.Message, post.Name).Where(trigger => trigger.Process.Id != post.Process))
        {
            Trigger(process, node, index, message.Variables);
            return true;
        }

        return Step(Instance(post.Instance), message) == Refusal.None;
    }

    /// <summary>Signals are heard by everybody who waits now, and by nobody later.</summary>
    private bool SignalOne()
    {
        if (state.Signals.Count == 0)
            return false;
        var post = state.Signals[0];
        state.Signals.RemoveAt(0);
        foreach (var id in state.Instances.Where(other => other.Id != post.Instance).Select(other => other.Id).ToList())
            Step(Instance(id), new Announce(post.Name, Nothing));
        foreach (var (process, node, index) in Triggers(EventKind.Signal, post.Name).ToList())
            Trigger(process, node, index);
        return true;
    }

    private IEnumerable<(ProcessDefinition Process, FlowNode Node, int Index)> Triggers(EventKind kind, string name)
    {
        foreach (var process in processes.Values)
        {
            foreach (var node in process.Root.Triggers)
            {
                for (var i = 0; i < node.Events.Count; i++)
                {
                    if (node.Events[i].Kind == kind && node.Events[i].Name == name)
                        yield return (process, node, i);
                }
            }
        }
    }

    private void Trigger(ProcessDefinition process, FlowNode node, int index, IReadOnlyDictionary<string, object?>? carried = null)
    {
        if (node.ParallelMultiple)
        {
            var seen = state.Starts.GetValueOrDefault(node.Id) | (1 << index);
            var all = seen == (1 << node.Events.Count) - 1;
            state.Starts[node.Id] = all ? 0 : seen;
            if (!all)
                return;
        }

        Start(process, node, options.Variables, carried);
    }

    /// <summary>Start events that need nobody: timers begin to run, conditions that hold start at once.</summary>
    private void Deploy(TimeSpan horizon)
    {
        foreach (var process in processes.Values.ToList())
        {
            foreach (var node in process.Root.Triggers)
            {
                for (var i = 0; i < node.Events.Count; i++)
                    Deploy(process, node, node.Events[i], i, horizon);
            }
        }
    }

    private void Deploy(ProcessDefinition process, FlowNode node, EventSpec spec, int index, TimeSpan horizon)
    {
        var variables = new Engine.Expressions.DictionaryVariables(options.Variables);
        if (spec.Timer is { } timer && timer.DueFrom(state.Now, variables) is { } due)
        {
            // A start without end would go on for as long as the run may take.
            var left = due.Repetitions ?? (due.Interval is { } interval ? (int)Math.Min(MostInstances / 2, Math.Max(1, horizon / (interval.AfterFrom(state.Now) - state.Now))) : 1);
            if (left > 0)
                state.Timers.Add(new TraceTimer(null, index, process.Id, node.Id, due.At ?? (state.Now + due.After!.Value), left));
        }
        else if (spec.Kind == EventKind.Conditional && spec.Condition!.Evaluate(variables).IsTrue)
        {
            Trigger(process, node, index);
        }
    }

    /// <summary>Lets the next timer fire; false when there is none.</summary>
    private async Task<bool> TickAsync(DateTimeOffset deadline, CancellationToken cancellationToken)
    {
        if (state.Timers.Count == 0)
            return false;
        var next = state.Timers.MinBy(timer => timer.DueAt)!;
        if (options.IsVirtual)
        {
            // Cycles without end would keep the clock jumping for ever.
            if (next.DueAt > begun + options.Timeout && state.Timers.TrueForAll(IsEndless))
                return false;
            state.Now = next.DueAt > state.Now ? next.DueAt : state.Now;
        }
        else
        {
            var wait = next.DueAt - time.GetUtcNow();
            if (next.DueAt > deadline)
                return false;
            if (wait > TimeSpan.Zero)
                await Task.Delay(wait, time, cancellationToken);
            state.Now = time.GetUtcNow();
        }

        state.Timers.Remove(next);
        if (next.Instance is { } id)
        {
            Step(Instance(id), new FireTimer(next.Timer));
            return true;
        }

        var process = processes[next.Process];
        var node = process[next.Node];
        if (next.Left > 1 && node.Events[next.Timer].Timer!.DueFrom(state.Now, new Engine.Expressions.DictionaryVariables(options.Variables))?.Interval is { } interval)
            state.Timers.Add(next with { DueAt = interval.AfterFrom(next.DueAt), Left = next.Left - 1 });
        Trigger(process, node, next.Timer);
        return true;
    }

    private bool IsEndless(TraceTimer timer) => Node(timer.Node) is { } node
        && node.Events.Any(spec => spec.Timer is { Kind: TimerKind.Cycle } cycle && cycle.DueFrom(state.Now, new Engine.Expressions.DictionaryVariables(Nothing)) is { Repetitions: null });

    private FlowNode? Node(string id) => processes.Values.Select(process => process.TryFind(id, out var node) ? node : null).FirstOrDefault(node => node is not null);

    private TraceInstance Instance(string id) => state.Instances.First(instance => instance.Id == id);
}
