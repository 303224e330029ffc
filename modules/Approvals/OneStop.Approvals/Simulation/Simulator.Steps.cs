using OneStop.Approvals.Contracts.Events;
using OneStop.Approvals.Engine.Definitions;
using OneStop.Approvals.Engine.Execution;
using OneStop.Kernel.Time;

namespace OneStop.Approvals.Simulation;

/// <summary>One step of the engine, and what the shell would do with what comes out of it.</summary>
internal sealed partial class Simulator
{
    private static readonly Dictionary<string, object?> NoVariables = [];
    private static readonly Dictionary<string, object?> Agreed = new() { [ConsultationSettings.Outcome] = ConsultationOutcomes.Agrees };

    private void Step(int dossier, EngineEvent @event)
    {
        var run = runs[dossier];
        if (run.State.IsEnded || !Apply(dossier, run, @event))
            return;
        // Messages that the process throws stay with the dossier: whoever of it waits for them, now or later, gets them.
        for (var i = 0; run.Mail is { } mail && i < mail.Count && !run.State.IsEnded;)
        {
            var message = mail[i];
            mail.RemoveAt(i);
            if (Apply(dossier, run, new Deliver(message.Message, message.Values, Thrown: true)))
                i = 0;
            else
                mail.Insert(i++, message);
        }

        if (run.State.IsEnded)
            tally.Ended(dossier, run.State.Status == InstanceStatus.Completed, now);
    }

    private bool Apply(int dossier, Course run, EngineEvent @event)
    {
        if (++run.Moves > MostMoves)
        {
            StopCircle(run);
            return false;
        }

        var result = ProcessEngine.Step(plan.Definition, run.State, new EngineCommand(new Guid(run.Moves, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0), @event), now);
        if (result.Refusal != Refusal.None)
            return false;
        run.State = result.State.Applied.IsEmpty ? result.State : result.State with { Applied = [] };
        foreach (var message in result.Messages)
            Hear(dossier, run, message);
        foreach (var job in result.Jobs)
            Keep(dossier, run, job);
        return true;
    }

    private void StopCircle(Course run)
    {
        if (run.IsStuck)
            return;
        run.IsStuck = true;
        var at = run.State.Tokens.Length > 0 ? ProcessEngine.NodeOf(plan.Definition, run.State, run.State.Tokens[0]) : plan.Definition.Nodes[0];
        tally.Stuck(at, Incidents.EndlessLoop, null);
    }

    private void Hear(int dossier, Course run, EngineMessage message)
    {
        switch (message)
        {
            case StepOpened opened:
                Open(dossier, opened.Step, opened.Token);
                break;
            case StepClosed closed:
                Close(run, closed.Token, closed.By);
                break;
            case MessageThrown thrown:
                (run.Mail ??= []).Add(new Mail(thrown.Message, thrown.Values));
                break;
            case IncidentRaised raised when plan.Definition.Locate(raised.Node) is { } node:
                run.IsStuck = true;
                tally.Stuck(node, raised.Code, raised.Detail.Length == 0 ? null : raised.Detail);
                break;
        }
    }

    private void Close(Course run, int token, ClosedBy by)
    {
        var at = run.Open.FindIndex(open => open.Token == token);
        if (at < 0)
            return;
        var step = run.Open[at];
        run.Open.RemoveAt(at);
        step.IsClosed = true;
        tally.Closed(step, by, now);
        if (step.Post is not { } post)
            return;
        if (step.WaitsForAnswer)
            return;
        if (step.Begun is null)
        {
            post.Leave();
            return;
        }

        tally.Worked(step, post, now);
        post.Release();
        Serve(post);
    }

    private void Keep(int dossier, Course run, EngineJob job)
    {
        switch (job)
        {
            case RunService service:
                Plan(Answered(service.Node), new Happening(Kind.Service, dossier, service.Token));
                break;
            case CancelTimer cancel:
                run.Timers?.Remove(cancel.Timer);
                break;
            case StartTimer timer:
                var calendar = run.Open.Find(open => open.Token == timer.Token)?.Post?.Plan.Calendar ?? plan.Calendar;
                var due = timer.At ?? (timer.WorkingTime ? calendar.Add(now, timer.After!.Value) is { IsSuccess: true } end ? end.Value : null : now + timer.After!.Value);
                if (due is not { } at)
                {
                    tally.CalendarEnded = true;
                    break;
                }

                (run.Timers ??= []).Add(timer.Timer);
                Plan(at < now ? now : at, new Happening(Kind.Timer, dossier, timer.Timer));
                break;
        }
    }

    // Bodies that are asked take all the time they are given, and agree.
    private DateTimeOffset Answered(string node)
    {
        if (plan.Definition.Locate(node)?.Consultation is not { } asked || asked.Bodies.Where(b => b.Decides).Max(b => (int?)(b.Days ?? asked.Days)) is not { } days)
            return now;
        if (plan.Calendar.EndOf(new Term(days, TermUnit.WorkingDays), now).TryGet(out var end))
            return end.Due > now ? end.Due : now;
        tally.CalendarEnded = true;
        return now;
    }

    /// <summary>Nothing is planned any more: whoever has not ended waits for something that nobody sends.</summary>
    private void StandStill(int dossier)
    {
        var run = runs[dossier];
        if (run.State.IsEnded)
            return;
        tally.LeftOpen(dossier, now);
        foreach (var step in run.Open.Where(step => step.Post is { Plan.People: 0 }))
            tally.Stuck(step.Node, Vacant, step.Post!.Plan.Unit);
        if (run.IsStuck || run.Open.Count > 0)
            return;
        foreach (var node in run.State.Tokens.Select(token => ProcessEngine.NodeOf(plan.Definition, run.State, token)).Where(node => node.Body is null).Distinct())
            tally.Stuck(node, WaitsForEver, null);
    }
}
