using Microsoft.AspNetCore.Components;
using OneStop.Approvals.Features.AskBack;
using OneStop.Approvals.Features.ReadTask;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Texts;
using OneStop.UI;

namespace OneStop.Approvals.Components;

public sealed partial class ConsultationSheet
{
    private readonly Guid commandId = Guid.CreateVersion7();
    private IReadOnlyList<FieldProblem>? problems;
    private string? question;
    private string? message;
    private bool busy;
    private bool sent;

    [Parameter, EditorRequired]
    public object Task { get; set; } = default!;

    [Parameter, EditorRequired]
    public bool CanAct { get; set; }

    [Inject]
    private IDispatcher Dispatcher { get; set; } = default!;

    [Inject]
    private IErrorTexts Errors { get; set; } = default!;

    private TaskDetails View => (TaskDetails)Task;

    private async Task AskBackAsync()
    {
        if (busy)
            return;
        busy = true;
        (problems, message) = (null, null);
        var result = await Dispatcher.Send(new AskBackCommand(View.Id, commandId, question ?? ""));
        busy = false;
        sent = result.IsSuccess;
        if (sent)
            return;
        problems = [.. result.Errors.Where(e => e.Field is not null).Select(e => new FieldProblem(nameof(AskBackCommand.Question), Errors.Describe(e)))];
        message = Errors.OfWhole(result.Errors);
    }
}
