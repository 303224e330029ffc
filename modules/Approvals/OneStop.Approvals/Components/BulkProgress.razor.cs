using Microsoft.AspNetCore.Components;
using OneStop.Approvals.Domain;
using OneStop.Approvals.Features.ReadBulk;
using OneStop.Approvals.Features.UndoBulk;
using OneStop.Kernel.Live;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Texts;
using OneStop.UI;

namespace OneStop.Approvals.Components;

public sealed partial class BulkProgress
{
    private readonly OpenPage open = new();
    private BulkView? view;
    private ElementReference box;
    private Guid? shown;
    private string? message;
    private bool busy;
    private bool focus;

    /// <summary>The deed; null for one of the reader's that is still going on.</summary>
    [Parameter]
    public Guid? DeedId { get; set; }

    [Parameter]
    public EventCallback OnClose { get; set; }

    [Inject]
    private IDispatcher Dispatcher { get; set; } = default!;

    [Inject]
    private IErrorTexts Errors { get; set; } = default!;

    [Inject]
    private ILiveFeed Live { get; set; } = default!;

    private Tone ToneNow => view!.State switch
    {
        BulkState.Done when view.Failed > 0 => Tone.Warning,
        BulkState.Done => Tone.Done,
        _ => Tone.Info,
    };

    private string Words => view!.State switch
    {
        BulkState.Waiting => T[$"Bulk.Waiting.{view.Kind}", Figures.Count(view.Total)],
        BulkState.Running => T["Bulk.Running", Figures.Count(view.Done + view.Failed), Figures.Count(view.Total)],
        BulkState.Undone => T["Bulk.Undone"],
        _ => T[$"Bulk.AllDone.{view.Kind}", Figures.Count(view.Done)],
    };

    /// <summary>What needs attention first.</summary>
    private IReadOnlyList<BulkOutcome> Ordered => [.. view!.Items.OrderByDescending(i => i.Problem is not null)];

    public void Dispose() => open.Dispose();

    protected override async Task OnParametersSetAsync()
    {
        if (view is not null && shown == DeedId)
            return;
        // Whoever has just pressed a button that is gone now goes on from here.
        focus = DeedId is not null && shown != DeedId;
        shown = DeedId;
        await ReadAsync();
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!focus || view is null)
            return;
        focus = false;
        await box.FocusAsync();
    }

    private async Task ReadAsync()
    {
        var read = await Dispatcher.Send(new ReadBulkQuery(DeedId ?? view?.Id), open.Left);
        if (!read.TryGet(out var found) || found is null)
            return;
        if (RendererInfo.IsInteractive)
            open.Listen(Live, [found.Topic], InvokeAsync, LookAgainAsync);
        view = found;
    }

    private async Task LookAgainAsync()
    {
        await ReadAsync();
        StateHasChanged();
    }

    private async Task UndoAsync()
    {
        busy = true;
        var undone = await Dispatcher.Send(new UndoBulkCommand(view!.Id));
        message = undone.IsSuccess ? null : Errors.Describe(undone.Error);
        busy = false;
        await LookAgainAsync();
    }
}
