using Microsoft.AspNetCore.Components;
using OneStop.Dossiers.Components;
using OneStop.Dossiers.Forms;
using OneStop.Kernel.Requests;
using OneStop.UI;

namespace OneStop.Dossiers.Features.ReadDraft;

public sealed partial class DraftTasksPage
{
    private DraftView? view;

    [Parameter] public Guid Id { get; set; }

    [Inject] private IDispatcher Dispatcher { get; set; } = default!;

    [Inject] private NavigationManager Navigation { get; set; } = default!;

    private string LastStep => view!.IsDraft ? DossiersUrls.Check(Id) : DossiersUrls.Supplement(Id);

    private string NextPart => view!.Sections.FirstOrDefault(s => s.Errors.Count > 0) is { } section ? DossiersUrls.Section(Id, section.Section.Key) : DossiersUrls.Papers(Id);

    private List<TaskItem> Items =>
    [
        .. view!.Sections.Select(s => new TaskItem(s.Section.Title.ToString(), WordOf(s), ToneOf(s.State), DossiersUrls.Section(Id, s.Section.Key))),
        new TaskItem(T["Tasks.Papers"], PaperWord, PaperTone, DossiersUrls.Papers(Id)),
        new TaskItem(view.IsDraft ? T["Tasks.CheckAndSend"] : T["Tasks.Resend"], view.IsComplete ? T["Tasks.Ready"] : T["Tasks.NotYet"], view.IsComplete ? Tone.Info : Tone.Neutral, LastStep),
    ];

    private int MissingPapers => view!.Papers.Count(p => p.IsMissing);

    private string PaperWord => MissingPapers > 0 ? T["Tasks.MissingPapers", MissingPapers] : view!.Papers.Any(p => p.Files.Count > 0) ? T["Tasks.Complete"] : T["Tasks.NothingRequired"];

    private Tone PaperTone => MissingPapers > 0 ? Tone.Warning : Tone.Done;

    protected override async Task OnInitializedAsync()
    {
        var read = await Dispatcher.Send(new ReadDraft(Id));
        if (!read.TryGet(out view))
            Navigation.LeaveDraft(Id, read.Error);
    }

    private string WordOf(SectionView section) => section.State switch
    {
        PartState.Complete => T["Tasks.Complete"],
        PartState.Begun => T["Tasks.Begun"],
        _ => section.Errors.Count > 0 ? T["Tasks.Empty"] : T["Tasks.NothingRequired"],
    };

    private static Tone ToneOf(PartState state) => state switch
    {
        PartState.Complete => Tone.Done,
        PartState.Begun => Tone.Warning,
        _ => Tone.Neutral,
    };
}
