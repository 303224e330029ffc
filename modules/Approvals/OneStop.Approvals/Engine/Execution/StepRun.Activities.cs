using OneStop.Approvals.Engine.Definitions;

namespace OneStop.Approvals.Engine.Execution;

/// <summary>The life of an activity: entered, done, left.</summary>
internal sealed partial class StepRun
{
    private void EnterActivity(Work work)
    {
        var node = work.Node;
        if (node.StartQuantity > 1 && !HasEnough(work))
            return;
        var token = Stand(work, TokenState.Open);
        token = TakeInputs(token, node);
        if (node.Loop is not null)
            BeginLoop(token, node);
        else
            Execute(token, node);
        if (Find(token.Id) is { State: not (TokenState.Incident or TokenState.Stuck) } waiting)
            ArmBoundaries(waiting, node);
    }

    /// <summary>Goes on with a token that is already there: an instance of a loop, or the next line of a script.</summary>
    private void Resume(Work work)
    {
        if (Find(work.Token) is not { } token)
            return;
        if (token.State == TokenState.Queued)
            token = Replace(token with { State = TokenState.Open });
        Execute(token, work.Node);
    }

    private void Execute(Token token, FlowNode node)
    {
        switch (node.Kind)
        {
            case FlowNodeKind.UserTask:
                Rest(token, TokenState.Task);
                messages.Add(new StepOpened(token.Id, node));
                break;
            case FlowNodeKind.ServiceTask when node.Service is { } service:
                Rest(token, TokenState.Service);
                jobs.Add(new RunService(token.Id, node.Id, service));
                break;
            case FlowNodeKind.ReceiveTask:
                Rest(token, TokenState.Message);
                if (node.Step is not null)
                    messages.Add(new StepOpened(token.Id, node));
                break;
            case FlowNodeKind.SendTask:
                foreach (var message in node.Events)
                    Throw(token, node, message);
                Done(token, node);
                break;
            case FlowNodeKind.ScriptTask:
                RunScript(token, node);
                break;
            case FlowNodeKind.RuleTask:
                Decide(token, node);
                break;
            case FlowNodeKind.CallActivity:
                CallProcess(token, node);
                break;
            case FlowNodeKind.SubProcess:
                OpenBody(token, node);
                break;
            default:
                Done(token, node);
                break;
        }
    }

    private void Rest(Token token, TokenState state) => Replace(token with { State = state });

    private void Done(Token token, FlowNode node)
    {
        Write(HistoryKind.Left, node.Id, token.Id);
        CompleteActivity(token, node);
    }

    /// <summary>The work of a token is done and its history written: what comes of it.</summary>
    private void CompleteActivity(Token token, FlowNode node)
    {
        if (token.Inner)
        {
            CompleteInner(token, node);
            return;
        }

        GiveOutputs(token, node);
        Remove(token);
        if (token.Run != 0)
        {
            ContinueRun(token.Run);
            return;
        }

        Remember(token, node);
        for (var i = 0; i < node.CompletionQuantity; i++)
            Fan(node, token.Scope);
        CheckAdHoc(token.Scope);
    }

    /// <summary>An activity with a start quantity takes that many tokens to begin.</summary>
    private bool HasEnough(Work work)
    {
        Stand(work, TokenState.Join);
        var waiting = tokens.FindAll(token => token.State == TokenState.Join && token.Scope == work.Scope && token.Node == work.Node.Id);
        if (waiting.Count < work.Node.StartQuantity)
            return false;
        foreach (var token in waiting)
            Use(token);
        return true;
    }

    private void Use(Token token)
    {
        Write(HistoryKind.Joined, token.Node, token.Id);
        Remove(token);
    }
}
