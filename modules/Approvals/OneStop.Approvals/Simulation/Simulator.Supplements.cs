using OneStop.Approvals.Engine.Definitions;
using OneStop.Approvals.Engine.Execution;
using OneStop.Approvals.Runtime;

namespace OneStop.Approvals.Simulation;

/// <summary>
/// Asking the applicant to complete a dossier: whoever asked goes on to the next one, the clock of step and dossier stands still until the answer,
/// and then the step waits for its people again. Each step asks once.
/// </summary>
internal sealed partial class Simulator
{
    private const int UsualAnswerMinutes = 10 * 24 * 60;

    private bool Asks(OpenStep step, Course run, Draws draws) =>
        step is { AskedAt: null, Post: not null } && plan.Steps.TryGetValue(step.Node.Id, out var profile) && profile.SupplementShare > 0
        && step.Node.Actions.Any(action => action.Kind == ActionKind.AskSupplement)
        && draws.For(step.Node.Id, Occasion(step.Node, run, step.Token), 3) < profile.SupplementShare;

    private void Ask(OpenStep step, Course run, Draws draws)
    {
        if (!Apply(step.Dossier, run, new Suspend(step.Token, WaitReasons.Supplement)))
            return;
        var post = step.Post!;
        var answers = plan.Steps[step.Node.Id].AnswerMinutes;
        var minutes = answers.Count == 0 ? UsualAnswerMinutes : answers[(int)(draws.For(step.Node.Id, Occasion(step.Node, run, step.Token), 4) * answers.Count)];
        var asked = new OpenStep
        {
            Dossier = step.Dossier, Token = step.Token, Node = step.Node, Post = post, Entered = step.Entered, Due = step.Due, AllowedMinutes = step.AllowedMinutes, Work = step.Work,
            AskedAt = now, WaitsForAnswer = true, WorkedBefore = Span(post.Plan.Calendar, step.Begun!.Value, now).TotalMinutes,
        };
        run.Open[run.Open.IndexOf(step)] = asked;
        step.IsClosed = true;
        tally.Worked(step, post, now);
        tally.Asked(step.Dossier);
        post.Release();
        Serve(post);
        Plan(now.AddMinutes(minutes), new Happening(Kind.Answer, step.Dossier, step.Token, asked));
    }

    private void Answer(OpenStep step)
    {
        var (run, post) = (runs[step.Dossier], step.Post!);
        var waited = Span(post.Plan.Calendar, step.AskedAt!.Value, now);
        (step.WaitsForAnswer, step.PausedMinutes) = (false, waited.TotalMinutes);
        if (step.Due is { } due && post.Plan.Calendar.Add(due, waited) is { IsSuccess: true } moved)
            step.Due = moved.Value;
        tally.Answered(step.Dossier, Span(plan.Calendar, step.AskedAt.Value, now));
        Apply(step.Dossier, run, new Resume(WaitReasons.Supplement, NoVariables));
        post.Add(step);
        Serve(post);
    }
}
