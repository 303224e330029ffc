using Microsoft.AspNetCore.Components;
using OneStop.Approvals.Domain;
using OneStop.Approvals.Features.BulkTasks;
using OneStop.Approvals.Features.PrepareBulk;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Results;
using OneStop.Kernel.Texts;
using OneStop.UI;

namespace OneStop.Approvals.Components;

public sealed partial class BulkBar
{
    private IReadOnlyList<FieldProblem>? problems;
    private BulkOffer? offer;
    private BulkKind? open;
    private string? message;
    private string? colleague;
    private string? reason;
    private string? button;
    private bool mayFinish = true;
    private bool confirmed;
    private bool busy;
    private HashSet<Guid> offeredFor = [];
    private Guid deedId = Guid.CreateVersion7();

    [Parameter, EditorRequired]
    public IReadOnlyCollection<Guid> Chosen { get; set; } = [];

    [Parameter]
    public bool MayReassign { get; set; }

    /// <summary>The page is about who has the work, not about doing it.</summary>
    [Parameter]
    public bool ReassignOnly { get; set; }

    /// <summary>Raised with the id of the deed once it is kept.</summary>
    [Parameter]
    public EventCallback<Guid> OnAsked { get; set; }

    [Parameter]
    public EventCallback OnClear { get; set; }

    [Inject]
    private IDispatcher Dispatcher { get; set; } = default!;

    [Inject]
    private IErrorTexts Errors { get; set; } = default!;

    private Choice[] Colleagues => [.. offer!.Colleagues.Select(c => new Choice(c.AccountId.ToString(), $"{c.Name} – {c.Title}"))];

    private Choice[] Buttons =>
        [.. Offered.Select((b, i) => new Choice($"{i}", StepTexts.Name(b.Label, b.LabelEn), T["Bulk.ButtonHint", Figures.Count(b.Tasks), Figures.Count(Chosen.Count)]))];

    private BulkButton[] Offered => [.. offer?.Buttons.Where(b => b.Signs == (open == BulkKind.Sign)) ?? []];

    private BulkButton? ChosenButton => int.TryParse(button, out var index) && index >= 0 && index < Offered.Length ? Offered[index] : null;

    protected override void OnParametersSet()
    {
        // Other tasks have other colleagues and buttons, and a list that was confirmed was of these and no others.
        if (offer is not null && !offeredFor.SetEquals(Chosen))
            (open, offer, colleague, confirmed, deedId) = (null, null, null, false, Guid.CreateVersion7());
    }

    private static bool IsByButton(BulkKind kind) => kind is BulkKind.Complete or BulkKind.Sign;

    private string Expanded(BulkKind kind) => open == kind ? "true" : "false";

    private string ReasonLabel(BulkKind kind) => T[kind switch { BulkKind.Reassign => "Bulk.Reason", BulkKind.Delegate => "Delegate.Note", _ => "Bulk.Comment" }];

    private int Count(BulkKind kind) => IsByButton(kind) && ChosenButton is { } chosen ? chosen.Tasks : Chosen.Count;

    private async Task OpenAsync(BulkKind kind)
    {
        (problems, message) = (null, null);
        if (open == kind)
        {
            open = null;
            return;
        }

        // Chosen anew while it was read: read again.
        while (offer is null || !offeredFor.SetEquals(Chosen))
        {
            HashSet<Guid> asked = [.. Chosen];
            var read = await Dispatcher.Send(new PrepareBulkQuery([.. asked]));
            if (!Show(read))
                return;
            (offer, offeredFor) = (read.Value, asked);
        }

        (open, confirmed) = (kind, false);
        button = Offered.Length > 0 ? "0" : null;
    }

    private async Task AskAsync(BulkKind kind)
    {
        if (busy)
            return;
        busy = true;
        try
        {
            Guid? account = Guid.TryParse(colleague, out var id) ? id : null;
            var command = new BulkTasksCommand(deedId, kind, [.. Chosen]);
            command = kind switch
            {
                BulkKind.Delegate => command with { AccountId = account, MayFinish = mayFinish, Reason = reason },
                BulkKind.Reassign => command with { AccountId = account, Reason = reason },
                BulkKind.Complete => command with { Action = ChosenButton?.Key, Label = ChosenButton?.Label, Reason = reason },
                BulkKind.Sign => command with { Action = ChosenButton?.Key, Label = ChosenButton?.Label, Reason = reason, Confirmed = confirmed },
                _ => command,
            };
            if (!Show(await Dispatcher.Send(command)))
                return;
            (open, offer, reason) = (null, null, null);
            var asked = deedId;
            deedId = Guid.CreateVersion7();
            await OnAsked.InvokeAsync(asked);
        }
        finally
        {
            busy = false;
        }
    }

    private bool Show<T>(Result<T> result)
    {
        problems = Errors.AtFields(result.Errors);
        message = Errors.OfWhole(result.Errors);
        return result.IsSuccess;
    }
}
