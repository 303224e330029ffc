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
    private IReadOnlyList<StoredFile> attached = [];
    private Guid? listedFor;
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

    // The script beside the upload keeps the list from here on; it is written once for each task.
    protected override void OnParametersSet()
    {
        if (listedFor == View.Id)
            return;
        listedFor = View.Id;
        attached = [.. View.Asked!.Files.Where(f => f.IsAnswer).Select(f => new StoredFile(f.Id.ToString(), f.Name, f.Length, f.Url, ApprovalsUrls.RemovalOf(View.Id, f.Id)))];
    }

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
        problems = Errors.AtFields(result.Errors);
        message = Errors.OfWhole(result.Errors);
    }
}
