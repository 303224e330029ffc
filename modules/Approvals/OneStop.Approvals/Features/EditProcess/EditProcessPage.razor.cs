using System.Text.Json;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using OneStop.Approvals.Domain;
using OneStop.Approvals.Features.DiscardDraft;
using OneStop.Approvals.Features.PublishDraft;
using OneStop.Approvals.Features.ReturnDraft;
using OneStop.Approvals.Features.SubmitDraft;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Results;
using OneStop.Kernel.Texts;
using OneStop.Kernel.Time;
using OneStop.UI;

namespace OneStop.Approvals.Features.EditProcess;

/// <summary>The page around the drawing board. The board saves by itself; what is shown here is read anew after each save.</summary>
public sealed partial class EditProcessPage
{
    private const long LongestAnswer = 4 * 1024 * 1024;
    private const string Words = "Diagram.";
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);
    private static readonly string[] NextTypes =
    [
        "bpmn:UserTask", "bpmn:ServiceTask", "bpmn:BusinessRuleTask", "bpmn:ReceiveTask", "bpmn:ExclusiveGateway", "bpmn:ParallelGateway", "bpmn:InclusiveGateway", "bpmn:IntermediateThrowEvent",
        "bpmn:EndEvent",
    ];

    private readonly CancellationTokenSource gone = new();
    private DraftView? draft;
    private string? fatal;
    private string? message;
    private IReadOnlyList<FieldProblem> errors = [];
    private List<BoardEntry> entries = [];
    private BoardElement? element;
    private int changes;
    private ElementReference canvas;
    private IJSObjectReference? board;
    private DotNetObjectReference<EditProcessPage>? self;
    private bool opening;
    private bool busy;
    private string boardState = "opening";
    private DateTimeOffset? savedAt;
    private string? note;
    private string? returnReason;
    private string? validFrom;
    private string nextType = NextTypes[0];
    private string? connectTo;
    private string? connectProblem;

    [Parameter]
    public Guid DraftId { get; set; }

    [Inject]
    private IDispatcher Dispatcher { get; set; } = default!;

    [Inject]
    private IErrorTexts Errors { get; set; } = default!;

    [Inject]
    private IJSRuntime Script { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    [Inject]
    private TimeProvider Time { get; set; } = default!;

    private bool ReadOnly => draft?.State == DraftState.InReview;

    private string StateWords => ReadOnly && boardState == "ready" ? T["State.readOnly"] : boardState == "saved" && savedAt is { } at ? T["State.savedAt", MomentText.Clock(at)] : T[$"State.{boardState}"];

    private IReadOnlyList<Choice> ElementChoices =>
        [.. entries.OrderBy(e => e.IsFlow).ThenBy(e => e.X).Select(e => new Choice(e.Id, NameOf(e.Id), Group: e.IsFlow ? T["Edit.Flows"] : T["Edit.Nodes"]))];

    private IReadOnlyList<Choice> NodeChoices => [.. entries.Where(e => !e.IsFlow && e.Id != element?.Id).OrderBy(e => e.X).Select(e => new Choice(e.Id, NameOf(e.Id)))];

    private IReadOnlyList<Choice> NextChoices => [.. NextTypes.Select(type => new Choice(type, ElementWords.Kind(T, type)))];

    [JSInvokable]
    public async Task Selected()
    {
        var before = changes;
        var read = await ReadAsync<BoardElement>("selection");
        // Asked before the latest change: the board tells the element anew after that one.
        if (before != changes && read?.Id == element?.Id)
            return;
        element = read;
        StateHasChanged();
    }

    [JSInvokable]
    public async Task Listed()
    {
        entries = await ReadAsync<List<BoardEntry>>("elements") ?? [];
        StateHasChanged();
    }

    [JSInvokable]
    public Task Told(string state, long version, DateTimeOffset? at, string? by)
    {
        boardState = state;
        savedAt = at ?? savedAt;
        return InvokeAsync(StateHasChanged);
    }

    [JSInvokable]
    public Task Checked() => LoadAsync();

    public async ValueTask DisposeAsync()
    {
        await gone.CancelAsync();
        try
        {
            if (board is not null)
            {
                await board.InvokeVoidAsync("close");
                await board.DisposeAsync();
            }
        }
        catch (JSDisconnectedException)
        {
        }

        self?.Dispose();
        gone.Dispose();
    }

    protected override async Task OnInitializedAsync()
    {
        validFrom = DateText.Write(Time.GetUtcNow().VietnamDate().AddDays(1));
        await LoadAsync();
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (draft is null || opening)
            return;
        opening = true;
        self = DotNetObjectReference.Create(this);
        var words = T.GetAllStrings(includeParentCultures: true).Where(s => s.Name.StartsWith(Words, StringComparison.Ordinal)).DistinctBy(s => s.Name).ToDictionary(s => s.Name[Words.Length..], s => s.Value);
        var options = new
        {
            id = draft.Id, file = ApprovalsUrls.FileOfDraft(draft.Id), copies = ApprovalsUrls.Drafts, readOnly = ReadOnly, words, late = T["Panel.NoticeName"].Value, tellHead = T["Panel.NoticeService"].Value,
        };
        try
        {
            var module = await Script.InvokeAsync<IJSObjectReference>("import", gone.Token, "./_content/OneStop.Approvals/designer.js");
            board = await module.InvokeAsync<IJSObjectReference>("open", gone.Token, canvas, self, options);
            await module.DisposeAsync();
        }
        catch (JSException exception)
        {
            message = T["Edit.CannotOpen", exception.Message.Split('\n')[0]];
            StateHasChanged();
            return;
        }

        if (boardState == "opening")
            boardState = "ready";
        await Listed();
        await Selected();
    }

    private async Task<TAnswer?> ReadAsync<TAnswer>(string what)
    {
        if (board is null)
            return default;
        await using var answer = await board.InvokeAsync<IJSStreamReference>(what, gone.Token);
        await using var stream = await answer.OpenReadStreamAsync(LongestAnswer, gone.Token);
        return await JsonSerializer.DeserializeAsync<TAnswer>(stream, Json, gone.Token);
    }

    private async Task LoadAsync()
    {
        var result = await Dispatcher.Send(new ReadDraftQuery(DraftId), gone.Token);
        // Of two readings at once the one of the newer save stays.
        if (result.TryGet(out var read))
            draft = draft is { } shown && shown.Version > read.Version ? shown : read;
        else
            fatal = Errors.Describe(result.Error);
        StateHasChanged();
    }

    private string NameOf(string id) =>
        entries.Find(e => e.Id == id) is not { } entry ? id
        : entry.IsFlow ? $"{Short(entry.From)} → {Short(entry.To)}"
        : entry.Name.Length > 0 ? entry.Name : $"{ElementWords.Kind(T, entry.Type)} ({id})";

    private string Short(string? id) => entries.Find(e => e.Id == id) is { Name.Length: > 0 } entry ? entry.Name : id ?? "";

    private string? ErrorOf(string field) => errors.FirstOrDefault(e => e.Field == field)?.Message;

    private async Task DoAsync(string what, params object?[] values)
    {
        if (board is not null)
            await board.InvokeVoidAsync(what, gone.Token, values);
    }

    private Task SelectAsync(string? id) => DoAsync("select", id);

    // The next change may come before the board has told the element anew, and must build on this one.
    private Task PatchAsync(BoardPatch patch)
    {
        changes++;
        element = element?.After(patch);
        return DoAsync("change", element?.Id, patch);
    }

    private Task NoticeAsync(int hours) => DoAsync("notice", element?.Id, hours);

    private Task ConnectAsync()
    {
        connectProblem = string.IsNullOrEmpty(connectTo) ? T["Draw.ConnectMissing"].Value : null;
        return connectProblem is null ? DoAsync("connect", element?.Id, connectTo) : Task.CompletedTask;
    }

    private async Task KeepMineAsync()
    {
        if (board is null)
            return;
        if (await board.InvokeAsync<Guid?>("asOwnCopy", gone.Token) is { } copy)
            Navigation.NavigateTo(ApprovalsUrls.DraftOf(copy), forceLoad: true);
        else
            message = T["Edit.CannotKeep"];
    }

    private Task TakeTheirsAsync() => DoAsync("discardMine");

    private Task SubmitAsync() => SettleAsync(() => Dispatcher.Send(new SubmitDraftCommand(DraftId, draft!.Version, note ?? "")), leave: true);

    private Task ReturnAsync() => SettleAsync(() => Dispatcher.Send(new ReturnDraftCommand(DraftId, draft!.Version, returnReason ?? "")), leave: true);

    private Task DiscardAsync() => SettleAsync(() => Dispatcher.Send(new DiscardDraftCommand(DraftId, draft!.Version)), leave: true);

    private Task PublishAsync()
    {
        DateOnly? from = DateText.TryRead(validFrom, out var day) ? day : null;
        return SettleAsync(() => Dispatcher.Send(new PublishDraftCommand(DraftId, draft!.Version, from)), leave: true);
    }

    private async Task SettleAsync<T>(Func<Task<Result<T>>> deed, bool leave)
    {
        busy = true;
        errors = [];
        message = null;
        var result = await deed();
        busy = false;
        if (result.IsSuccess && leave)
        {
            Navigation.NavigateTo(ApprovalsUrls.Processes);
            return;
        }

        errors = Errors.AtFields(result.Errors);
        message = Errors.OfWhole(result.Errors);
    }
}
