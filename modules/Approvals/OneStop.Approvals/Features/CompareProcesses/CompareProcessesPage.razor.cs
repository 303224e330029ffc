using System.Text.Json;
using Microsoft.AspNetCore.Components;
using OneStop.Approvals.Drawing;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Texts;
using OneStop.UI;

namespace OneStop.Approvals.Features.CompareProcesses;

public sealed partial class CompareProcessesPage
{
    private Comparison? comparison;
    private string? message;

    [SupplyParameterFromQuery(Name = "truoc")]
    private Guid Before { get; set; }

    [SupplyParameterFromQuery(Name = "sau")]
    private Guid After { get; set; }

    [Inject]
    private IDispatcher Dispatcher { get; set; } = default!;

    [Inject]
    private IErrorTexts Errors { get; set; } = default!;

    protected override async Task OnInitializedAsync()
    {
        var result = await Dispatcher.Send(new CompareProcessesQuery(Before, After));
        if (result.TryGet(out var found))
            comparison = found;
        else
            message = Errors.Describe(result.Error);
    }

    private static string FileOf(ComparedSide side) => side.Number is null ? ApprovalsUrls.FileOfDraft(side.Id) : ApprovalsUrls.FileOfVersion(side.Id);

    private static Tone ToneOf(ChangeKind kind) => kind switch
    {
        ChangeKind.Added => Tone.Done,
        ChangeKind.Removed => Tone.Late,
        ChangeKind.Changed => Tone.Warning,
        _ => Tone.Neutral,
    };

    private string SideName(ComparedSide side) => side.Number is { } number ? T["List.Version", number, DateText.Write(side.ValidFrom) ?? ""] : T["DraftState.Draft"];

    private string Shown(string value) => value.Length == 0 ? T["Compare.Nothing"] : value;

    private string Marks(Comparison found, bool before) => JsonSerializer.Serialize(
        found.Changes.Where(c => c.Kind == ChangeKind.Changed || c.Kind == (before ? ChangeKind.Removed : ChangeKind.Added))
            .ToDictionary(c => c.Element, c => new { tone = c.Kind.ToString().ToLowerInvariant(), text = T[$"Change.{c.Kind}"].Value }));
}
