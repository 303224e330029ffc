using OneStop.Approvals.Engine.Definitions;
using OneStop.Approvals.Features.AskSupplement;
using OneStop.Approvals.Features.ClaimTask;
using OneStop.Approvals.Features.CompleteTask;
using OneStop.Approvals.Features.ForwardTask;
using OneStop.Approvals.Features.ReassignTask;
using OneStop.Approvals.Features.RejectRequest;
using OneStop.Approvals.Features.ReleaseTask;
using OneStop.Approvals.Features.ReturnTask;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Results;
using OneStop.UI;

namespace OneStop.Approvals.Features.ReadTask;

/// <summary>What the buttons of the page send.</summary>
public sealed partial class ReadTaskPage
{
    private async Task ConfirmAsync()
    {
        if (busy || task!.Buttons.FirstOrDefault(b => b.Key == chosen) is not { } button)
            return;
        busy = true;
        try
        {
            await DecideAsync(button);
        }
        finally
        {
            busy = false;
        }
    }

    private async Task DecideAsync(StepButton button)
    {
        var reason = form.Reason ?? "";
        switch (button.Kind)
        {
            case ActionKind.Approve:
                var completed = await Dispatcher.Send(new CompleteTaskCommand(TaskId, commandId, button.Key, form.Comment, form.Fields));
                if (completed.TryGet(out var outcome))
                    nextSteps = outcome.Next;
                Finish(completed, "ReadTask.Done.Approve");
                break;
            case ActionKind.Return:
                Finish(await Dispatcher.Send(new ReturnTaskCommand(TaskId, commandId, form.Target ?? "", reason)), "ReadTask.Done.Return");
                break;
            case ActionKind.AskSupplement:
                await AskAsync(reason);
                break;
            case ActionKind.Forward:
                _ = Guid.TryParse(form.Department, out var department);
                Finish(await Dispatcher.Send(new ForwardTaskCommand(TaskId, commandId, department, reason)), "ReadTask.Done.Forward");
                break;
            default:
                Finish(await Dispatcher.Send(new RejectRequestCommand(TaskId, commandId, reason)), "ReadTask.Done.Reject");
                break;
        }

        if (done is null)
            await LookAgainAsync();
    }

    private async Task AskAsync(string reason)
    {
        DateOnly? answerBy = null;
        if (!string.IsNullOrWhiteSpace(form.AnswerBy))
        {
            if (!DateText.TryRead(form.AnswerBy, out var day))
            {
                Show<Done>(Error.Invalid(CommonErrors.BadFormat, "AnswerBy"));
                return;
            }

            answerBy = day;
        }

        var asked = await Dispatcher.Send(new AskSupplementCommand(TaskId, commandId, form.ItemLines(), reason, form.LegalBasis, answerBy));
        Finish(asked, asked.TryGet(out var outcome) && outcome.WaitsForConsent ? "ReadTask.Done.AskConsent" : "ReadTask.Done.AskSupplement");
    }

    private void Finish<TAnswer>(Result<TAnswer> result, string words)
    {
        if (!Show(result))
            return;
        chosen = null;
        done = T[words];
    }

    private Task ClaimAsync() => HoldAsync(new ClaimTaskCommand(TaskId));

    private Task ReleaseAsync() => HoldAsync(new ReleaseTaskCommand(TaskId));

    private async Task HoldAsync(IRequest<Done> request)
    {
        // Who holds a task decides what its reader may do, so all of it is read again; what is typed stays.
        if (Show(await Dispatcher.Send(request)))
            await LoadAsync();
    }

    private async Task ReassignAsync()
    {
        _ = Guid.TryParse(form.Colleague, out var colleague);
        var result = await Dispatcher.Send(new ReassignTaskCommand(TaskId, commandId, colleague, reassignReason ?? ""));
        if (Show(result))
            done = T["ReadTask.Done.Reassign"];
        else
            problems = [.. problems!.Select(p => p.Field == nameof(ReassignTaskCommand.Reason) ? p with { Field = "ReassignReason" } : p)];
    }
}
