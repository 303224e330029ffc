using OneStop.Approvals.Features.DelegateTask;
using OneStop.Approvals.Features.HandBackTask;
using OneStop.Approvals.Features.TakeBackTask;
using OneStop.UI;

namespace OneStop.Approvals.Features.ReadTask;

/// <summary>Giving a task to a colleague for a while, and having it back.</summary>
public sealed partial class ReadTaskPage
{
    private IReadOnlyList<FieldProblem>? delegateProblems;
    private string? delegateTo;
    private string? delegateNote;
    private bool mayFinish = true;

    private async Task DelegateAsync()
    {
        if (busy)
            return;
        busy = true;
        _ = Guid.TryParse(delegateTo, out var colleague);
        var result = await Dispatcher.Send(new DelegateTaskCommand(TaskId, commandId, colleague, mayFinish, delegateNote));
        busy = false;
        if (Show(result))
        {
            done = D["Delegate.Done"];
            return;
        }

        // Named after the fields of this form: another form of the page has a person and a note too.
        problems = [.. problems!.Select(p => p with { Field = p.Field == nameof(DelegateTaskCommand.AccountId) ? "DelegateTo" : "DelegateNote" })];
        delegateProblems = problems;
    }

    private Task TakeBackAsync() => HoldAsync(new TakeBackTaskCommand(TaskId, Guid.CreateVersion7()));

    private async Task HandBackAsync()
    {
        if (busy)
            return;
        busy = true;
        var result = await Dispatcher.Send(new HandBackTaskCommand(TaskId, commandId, form.Comment, form.Fields));
        busy = false;
        if (Show(result))
            done = D["Delegate.HandedBack"];
        else
            await LookAgainAsync();
    }
}
