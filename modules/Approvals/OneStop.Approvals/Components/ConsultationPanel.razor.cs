using Microsoft.AspNetCore.Components;
using OneStop.Approvals.Domain;
using OneStop.Approvals.Features.ExplainQuestion;
using OneStop.Approvals.Features.ListConsultations;
using OneStop.Approvals.Features.PassOver;
using OneStop.Approvals.Features.WithdrawConsultation;
using OneStop.Kernel.Live;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Results;
using OneStop.Kernel.Texts;
using OneStop.UI;

namespace OneStop.Approvals.Components;

public sealed partial class ConsultationPanel
{
    // The page has other forms beside this one.
    private const string Prefix = "Opinion.";

    private readonly OpenPage page = new();
    private IReadOnlyList<ConsultationLine>? lines;
    private IReadOnlyList<FieldProblem>? problems;
    private Guid commandId = Guid.CreateVersion7();
    private Guid? opened;
    private Deed deed;
    private string? text;
    private string? message;
    private bool busy;

    private enum Deed
    {
        Explain,
        Withdraw,
        PassOver,
    }

    [Parameter, EditorRequired]
    public Guid DossierId { get; set; }

    /// <summary>Where more bodies are asked; null for readers who cannot ask.</summary>
    [Parameter]
    public string? AskUrl { get; set; }

    [Inject]
    private IDispatcher Dispatcher { get; set; } = default!;

    [Inject]
    private IErrorTexts Errors { get; set; } = default!;

    [Inject]
    private ILiveFeed Live { get; set; } = default!;

    private string TextName => Prefix + (deed == Deed.Explain ? nameof(ExplainQuestionCommand.Text) : nameof(WithdrawConsultationCommand.Reason));

    private ConsultationLine[] Awaited => [.. (lines ?? []).Where(l => l is { Part: ConsultationPart.Decides, State: ConsultationState.Open })];

    public void Dispose() => page.Dispose();

    protected override async Task OnParametersSetAsync()
    {
        if (lines is null)
            await LoadAsync();
    }

    private async Task LoadAsync()
    {
        var read = await Dispatcher.Send(new ListConsultationsQuery(DossierId), page.Left);
        if (!read.TryGet(out var found))
            return;
        lines = found.Lines;
        if (RendererInfo.IsInteractive)
            page.Listen(Live, [found.Topic], InvokeAsync, LoadAsync);
        StateHasChanged();
    }

    private void Open(ConsultationLine line, Deed wanted)
    {
        (opened, deed, text, problems, message) = (line.Id, wanted, null, null, null);
        commandId = Guid.CreateVersion7();
    }

    private void Close() => opened = null;

    private async Task SendAsync()
    {
        if (busy || opened is not { } id)
            return;
        busy = true;
        IRequest<Done> request = deed switch
        {
            Deed.Explain => new ExplainQuestionCommand(id, commandId, text ?? ""),
            Deed.PassOver => new PassOverCommand(id, commandId, text ?? ""),
            _ => new WithdrawConsultationCommand(id, commandId, text ?? ""),
        };
        var result = await Dispatcher.Send(request);
        busy = false;
        problems = Errors.AtFields(result.Errors, Prefix);
        message = Errors.OfWhole(result.Errors);
        if (result.IsSuccess)
            opened = null;
        await LoadAsync();
    }
}
