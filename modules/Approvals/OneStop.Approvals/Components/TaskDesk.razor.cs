using Microsoft.AspNetCore.Components;
using OneStop.Approvals.Features.AddNote;
using OneStop.Approvals.Features.MarkRead;
using OneStop.Approvals.Features.ReadDesk;
using OneStop.Approvals.Features.SetFollowUp;
using OneStop.Kernel.Live;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Results;
using OneStop.Kernel.Texts;
using OneStop.UI;

namespace OneStop.Approvals.Components;

public sealed partial class TaskDesk
{
    private readonly OpenPage open = new();
    private IReadOnlyList<FieldProblem>? problems;
    private DeskView? view;
    private Guid? shownFor;
    private Guid noteId = Guid.CreateVersion7();
    private string? message;
    private string? said;
    private string? day;
    private string? what;
    private string? text;
    private bool onDossier;
    private bool busy;

    [Parameter, EditorRequired]
    public Guid TaskId { get; set; }

    [Inject]
    private IDispatcher Dispatcher { get; set; } = default!;

    [Inject]
    private IErrorTexts Errors { get; set; } = default!;

    [Inject]
    private ILiveFeed Live { get; set; } = default!;

    public void Dispose() => open.Dispose();

    protected override async Task OnParametersSetAsync()
    {
        if (shownFor == TaskId)
            return;
        shownFor = TaskId;
        // Written by the server first and connected later: only the second is somebody looking.
        if (RendererInfo.IsInteractive)
            await Dispatcher.Send(new MarkReadCommand(TaskId), open.Left);
        await ReadAsync();
    }

    private bool HasProblem(string field) => problems?.Any(p => p.Field == field) is true;

    private async Task ReadAsync()
    {
        var read = await Dispatcher.Send(new ReadDeskQuery(TaskId), open.Left);
        if (!read.TryGet(out var found))
            return;
        view = found;
        if (RendererInfo.IsInteractive)
            open.Listen(Live, [found.Topic], InvokeAsync, LookAgainAsync);
    }

    private async Task LookAgainAsync()
    {
        await ReadAsync();
        StateHasChanged();
    }

    private async Task RemindAsync()
    {
        if (!DateText.TryRead(day, out var asked))
        {
            Show<Done>(Error.Invalid(string.IsNullOrWhiteSpace(day) ? CommonErrors.Required : CommonErrors.BadFormat, nameof(SetFollowUpCommand.Day)));
            return;
        }

        if (await DoAsync(new SetFollowUpCommand(TaskId, asked, what)))
            (day, what, said) = (null, null, T["Desk.RemindSaid", DateText.Write(view!.FollowUp?.Day ?? asked)!]);
    }

    private async Task ForgetAsync()
    {
        if (await DoAsync(new SetFollowUpCommand(TaskId, null)))
            said = T["Desk.Forgotten"];
    }

    private async Task AddAsync()
    {
        if (await DoAsync(new AddNoteCommand(TaskId, noteId, text ?? "", onDossier)))
            (text, said, noteId) = (null, T["Desk.Added"], Guid.CreateVersion7());
    }

    private async Task<bool> DoAsync(ICommand command)
    {
        busy = true;
        var result = await Dispatcher.Send(command, open.Left);
        busy = false;
        if (!Show(result))
            return false;
        await ReadAsync();
        return true;
    }

    private bool Show<T>(Result<T> result)
    {
        said = null;
        problems = Errors.AtFields(result.Errors);
        message = Errors.OfWhole(result.Errors);
        return result.IsSuccess;
    }
}
