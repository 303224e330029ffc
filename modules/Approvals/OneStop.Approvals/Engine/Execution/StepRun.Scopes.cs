using System.Collections.Immutable;
using OneStop.Approvals.Engine.Definitions;

namespace OneStop.Approvals.Engine.Execution;

/// <summary>Scopes: opened by an activity or event, closed when their last token is gone, killed by what interrupts them.</summary>
internal sealed partial class StepRun
{
    /// <summary>Scopes whose last token may be gone.</summary>
    private readonly HashSet<int> touched = [];

    private ProcessDefinition DefinitionOf(int scope)
    {
        while (scope != 0)
        {
            var open = ScopeOf(scope);
            if (open.Kind == ScopeKind.Call)
                return Definition.Library.Find(open.Process!)!;
            scope = open.Parent;
        }

        return Definition;
    }

    private ScopeDefinition BodyOf(int scope)
    {
        if (scope == 0)
            return Definition.Root;
        var open = ScopeOf(scope);
        return open.Kind switch
        {
            ScopeKind.Call => Definition.Library.Find(open.Process!)!.Root,
            ScopeKind.Loop => BodyOf(open.Parent),
            _ => DefinitionOf(open.Parent)[open.Node].Body!,
        };
    }

    private Scope ScopeOf(int id) => scopes.Find(scope => scope.Id == id)!;

    private Scope Replace(Scope changed)
    {
        scopes[scopes.FindIndex(scope => scope.Id == changed.Id)] = changed;
        return changed;
    }

    private bool IsOpen(int scope) => scope == 0 || scopes.Exists(open => open.Id == scope);

    private bool IsTaken(int scope) => scope == 0 ? taken : ScopeOf(scope).Taken;

    private void OpenBody(Token token, FlowNode node)
    {
        var body = node.Body!;
        var locals = token.Locals ?? ImmutableDictionary<string, object?>.Empty;
        var scope = new Scope(++lastId, token.Scope, ScopeKind.SubProcess, node.Id) { Host = token.Id, Variables = Declare(locals, body) };
        scopes.Add(scope);
        ArmHandlers(scope.Id, body);
        if (node.AdHoc is null)
            Start(body, scope.Id);
        else
            BeginRound(scope, node);
    }

    private void CallProcess(Token token, FlowNode node)
    {
        var name = node.CalledElement;
        if (name is null || Definition.Library.Find(name) is not { } process)
        {
            Raise(token, Incidents.UnknownProcess, name ?? "");
            return;
        }

        var scope = new Scope(++lastId, token.Scope, ScopeKind.Call, node.Id) { Host = token.Id, Process = name, Variables = Visible(token) };
        scopes.Add(scope);
        ArmHandlers(scope.Id, process.Root);
        Start(process.Root, scope.Id);
    }

    private void Start(ScopeDefinition body, int scope)
    {
        touched.Add(scope);
        foreach (var start in body.Starts)
            Send(start, null, scope);
    }

    private void CloseEmptyScopes()
    {
        while (touched.Count > 0 && Status == InstanceStatus.Running)
        {
            var id = touched.First();
            touched.Remove(id);
            if (id != 0 && scopes.Find(scope => scope.Id == id) is { Kind: not ScopeKind.Loop } open && IsEmpty(open))
                Complete(open);
        }
    }

    private bool IsEmpty(Scope scope)
    {
        foreach (var token in tokens)
        {
            if (token.Scope == scope.Id)
                return false;
        }

        return !scopes.Exists(child => child.Parent == scope.Id) && !runs.Exists(run => run.Cancelled == scope.Id || run.Reopened == scope.Id)
            && !works.Any(work => work.Scope == scope.Id) && !announcements.Any(work => work.Scope == scope.Id);
    }

    private void Complete(Scope scope)
    {
        if (scope.Kind == ScopeKind.Reopened)
            return;
        if (scope.Kind == ScopeKind.EventSubProcess)
        {
            Write(HistoryKind.Left, scope.Node, 0);
            Discard(scope);
            if (scope.Run != 0)
                ContinueAfterHandler(scope.Run);
            return;
        }

        var host = Find(scope.Host)!;
        var node = NodeOf(host);
        if (node.AdHoc is not null && scope.Kind == ScopeKind.SubProcess && !IsAdHocDone(scope, node))
            return;
        CloseBody(scope, host, node);
    }

    /// <summary>The inside of an activity is done, so the activity is.</summary>
    private void CloseBody(Scope scope, Token host, FlowNode node)
    {
        if (scope.Kind == ScopeKind.Call)
            ReturnOutputs(scope, host, node);
        RememberInside(scope, host, node);
        Discard(scope);
        Done(Find(host.Id)!, node);
    }

    private void Discard(Scope scope)
    {
        scopes.RemoveAll(open => open.Id == scope.Id);
        DisarmScope(scope.Id);
        latches.RemoveAll(latch => latch.OfScope && latch.Owner == scope.Id);
        gates.RemoveAll(gate => gate.Scope == scope.Id);
        touched.Add(scope.Parent);
    }

    private void Kill(Token token)
    {
        foreach (var inside in scopes.Where(scope => scope.Host == token.Id).ToList())
            Kill(inside);
        foreach (var run in runs.Where(run => run.Token == token.Id).ToList())
            Kill(run);
        if (Find(token.Id) is not null)
            Withdraw(token);
    }

    private void Kill(Scope scope)
    {
        KillContents(scope.Id);
        ForgetInside(scope.Id);
        Discard(scope);
    }

    private void KillContents(int scope)
    {
        works = Without(works, scope);
        announcements = Without(announcements, scope);
        foreach (var token in tokens.Where(token => token.Scope == scope).ToList())
            Kill(token);
        foreach (var child in scopes.Where(child => child.Parent == scope && child.Host == 0).ToList())
            Kill(child);
        gates.RemoveAll(gate => gate.Scope == scope);
    }

    private static Queue<Work> Without(Queue<Work> queue, int scope) => queue.Any(work => work.Scope == scope) ? new Queue<Work>(queue.Where(work => work.Scope != scope)) : queue;
}
