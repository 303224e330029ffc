using Microsoft.AspNetCore.Components;
using OneStop.Approvals.Components;
using OneStop.Approvals.Contracts;
using OneStop.Approvals.Domain;
using OneStop.Approvals.Features.ReadTaskStatus;
using OneStop.Approvals.Features.SaveTaskDraft;
using OneStop.Approvals.Runtime;
using OneStop.Kernel.Live;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Results;
using OneStop.Kernel.Texts;
using OneStop.UI;

namespace OneStop.Approvals.Features.ReadTask;

public sealed partial class ReadTaskPage
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(800);

    private readonly OpenPage open = new();
    private TaskDetails? task;
    private TaskStatusNow status = new(TaskState.Open, null, null, null, null);
    private TaskForm form = new();
    private IReadOnlyList<FieldProblem>? problems;
    private IReadOnlyList<OpenedStep> nextSteps = [];
    private ITimer? saving;
    private DateTimeOffset? savedAt;
    private string? reassignReason;
    private string? message;
    private string? fatal;
    private string? chosen;
    private string? done;
    private bool busy;

    // One id for each decision, made when its button is chosen: a double click and a lost answer are one deed.
    private Guid commandId = Guid.CreateVersion7();

    [Parameter]
    public Guid TaskId { get; set; }

    [Inject]
    private IDispatcher Dispatcher { get; set; } = default!;

    [Inject]
    private IErrorTexts Errors { get; set; } = default!;

    [Inject]
    private ILiveFeed Live { get; set; } = default!;

    [Inject]
    private TimeProvider Clock { get; set; } = default!;

    private bool CanAct => task is { MayAct: true } && status.State == TaskState.Open && done is null;

    private string WhyNot => status switch
    {
        { State: TaskState.Done or TaskState.Withdrawn } => T["Decision.Over"],
        { State: TaskState.Suspended } => T["Decision.Waiting"],
        { AssigneeName: { } who } => T["Decision.HeldBy", who],
        _ => T["Decision.NotYours", task!.DepartmentName ?? task.AgencyName],
    };

    private string ClosedWords => status is { ClosedByName: { Length: > 0 } name, ClosedAt: { } at }
        ? T["ReadTask.ClosedBy", name, MomentText.Clock(at), MomentText.Date(at)]
        : T["ReadTask.Closed"];

    private FilledField[] Drafted => [.. task!.Filled.Where(f => task.Form.All(asked => asked.Key != f.Key))];

    private Choice[] ColleagueChoices => [.. task!.Colleagues.Select(c => new Choice(c.AccountId.ToString(), $"{c.Name} – {c.Title}"))];

    private TimelineEntry[] Way => [.. task!.Passed.Select(p => new TimelineEntry(
        StepTexts.Name(p.Name, p.NameEn), StateOf(p), string.Join(", ", new[] { p.OnBehalfOf is { } absent ? D["Desk.ActorFor", p.ActorName ?? "", absent].Value : p.ActorName, p.DepartmentName ?? p.AgencyName }.Where(w => !string.IsNullOrEmpty(w))),
        p.EnteredAt, p.ClosedAt, Allowed: p.AllowedMinutes is { } minutes ? TimeSpan.FromMinutes(minutes) : null, Note: NoteOf(p)))];

    public void Dispose()
    {
        saving?.Dispose();
        open.Dispose();
    }

    protected override async Task OnParametersSetAsync()
    {
        if (task?.Id != TaskId)
            await LoadAsync();
    }

    private async Task LoadAsync()
    {
        var read = await Dispatcher.Send(new ReadTaskQuery(TaskId), open.Left);
        if (!read.TryGet(out var found))
        {
            fatal = Errors.Describe(read.Error);
            return;
        }

        var first = task?.Id != found.Id;
        task = found;
        status = new TaskStatusNow(found.State, found.AssigneeId, found.AssigneeName, found.ClosedByName, found.ClosedAt);
        if (!first)
            return;
        form = TaskForm.Read(found.Draft);
        savedAt = found.DraftSavedAt;
        // A step that comes back starts from what was written before, not from nothing.
        foreach (var filled in found.Filled.Where(f => found.Form.Any(field => field.Key == f.Key)))
            form.Fields.TryAdd(filled.Key, filled.Value);
        if (RendererInfo.IsInteractive)
            open.Listen(Live, [found.Topic], InvokeAsync, LookAgainAsync);
    }

    /// <summary>Somebody moved the task: say so and keep what is typed.</summary>
    private async Task LookAgainAsync()
    {
        if (done is not null)
            return;
        var now = await Dispatcher.Send(new ReadTaskStatusQuery(TaskId), open.Left);
        // Given to somebody else or taken back: what its reader may do is another thing now.
        if (now.TryGet(out var found) && found.IsOpen && found.AssigneeId != task!.AssigneeId)
            await LoadAsync();
        else if (found is not null)
            status = found;
        StateHasChanged();
    }

    private void KeepAsync()
    {
        saving ??= Clock.CreateTimer(_ => _ = InvokeAsync(SaveAsync), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        saving.Change(Pause, Timeout.InfiniteTimeSpan);
    }

    private async Task SaveAsync()
    {
        if (open.Left.IsCancellationRequested || !CanAct)
            return;
        var saved = await Dispatcher.Send(new SaveTaskDraftCommand(TaskId, form.Write()));
        if (saved.IsSuccess)
            savedAt = Clock.GetUtcNow();
        StateHasChanged();
    }

    private void Choose(string? key)
    {
        chosen = key == chosen ? null : key;
        (message, problems) = (null, null);
        commandId = Guid.CreateVersion7();
        if (task!.EarlierSteps.Count > 0)
            form.Target ??= task.EarlierSteps[0].Element;
    }

    private bool Show<T>(Result<T> result)
    {
        (message, problems) = (null, null);
        if (result.IsSuccess)
            return true;
        problems = Errors.AtFields(result.Errors);
        message = Errors.OfWhole(result.Errors);
        return false;
    }

    private static TimelineState StateOf(PassedStep step) => step.State switch
    {
        TaskState.Open or TaskState.Unroutable => TimelineState.Now,
        TaskState.Suspended => TimelineState.Paused,
        TaskState.Withdrawn => TimelineState.Stopped,
        _ => step.Outcome == StepOutcomes.Reject ? TimelineState.Stopped : TimelineState.Done,
    };

    private string? NoteOf(PassedStep step) => step.Outcome is { Length: > 0 } outcome && outcome != StepOutcomes.Approve
        ? string.Join(": ", new[] { T[$"Outcome.{outcome}"].Value, step.Comment }.Where(part => !string.IsNullOrEmpty(part)))
        : step.Comment;
}
