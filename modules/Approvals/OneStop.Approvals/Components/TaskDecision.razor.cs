using Microsoft.AspNetCore.Components;
using OneStop.Approvals.Contracts;
using OneStop.Approvals.Engine.Definitions;
using OneStop.Approvals.Features.ReadTask;
using OneStop.UI;

namespace OneStop.Approvals.Components;

public sealed partial class TaskDecision
{
    // The records behind the page are internal, so they come as objects; nobody outside this assembly can make them.
    [Parameter, EditorRequired]
    public object Task { get; set; } = default!;

    [Parameter, EditorRequired]
    public object Form { get; set; } = default!;

    [Parameter]
    public string? Chosen { get; set; }

    [Parameter]
    public bool CanAct { get; set; }

    /// <summary>Why the reader cannot act, in words.</summary>
    [Parameter]
    public string? WhyNot { get; set; }

    [Parameter]
    public bool Busy { get; set; }

    [Parameter]
    public DateTimeOffset? SavedAt { get; set; }

    [Parameter]
    public EventCallback OnTyped { get; set; }

    [Parameter]
    public EventCallback<string?> OnChoose { get; set; }

    [Parameter]
    public EventCallback OnConfirm { get; set; }

    /// <summary>Owner of a delegated step that the reader only prepares; null when the reader decides.</summary>
    [Parameter]
    public string? PreparesFor { get; set; }

    [Parameter]
    public EventCallback OnHandBack { get; set; }

    private TaskDetails View => (TaskDetails)Task;

    private TaskForm Typed => (TaskForm)Form;

    private StepButton? Choice => View.Buttons.FirstOrDefault(b => b.Key == Chosen);

    private Choice[] Targets => [.. View.EarlierSteps.Select(s => new Choice(s.Element, StepTexts.Name(s.Name, s.NameEn), s.Unit))];

    private Choice[] Units => [.. View.Units.Select(u => new Choice(u.DepartmentId.ToString(), u.Name))];

    /// <summary>No button that leads nowhere: nothing to send back to, nobody else to hand to.</summary>
    private bool IsOffered(StepButton button) => button.Kind switch
    {
        ActionKind.Return => View.EarlierSteps.Count > 0,
        ActionKind.Forward => View.Units.Count > 0,
        ActionKind.AskSupplement => View.Consent?.PendingSince is null,
        _ => true,
    };

    private static ButtonKind KindOf(StepButton button) => button.Kind switch
    {
        ActionKind.Approve when button.Key == MatterActions.Refuse => ButtonKind.Danger,
        ActionKind.Approve => ButtonKind.Primary,
        ActionKind.Reject => ButtonKind.Danger,
        _ => ButtonKind.Secondary,
    };

    private static IconName IconOf(StepButton button) => button.Kind switch
    {
        ActionKind.Approve when button.Key == MatterActions.Refuse => IconName.XCircle,
        ActionKind.Approve => IconName.Check,
        ActionKind.Return => IconName.CornerUpLeft,
        ActionKind.AskSupplement => IconName.Message,
        ActionKind.Forward => IconName.Forward,
        _ => IconName.XCircle,
    };

    private static Tone ToneOf(StepButton button) => button.Kind switch
    {
        ActionKind.Approve => Tone.Info,
        ActionKind.Reject => Tone.Late,
        _ => Tone.Warning,
    };

    private string Consequence(StepButton button) => button.Kind switch
    {
        ActionKind.Approve when View.Matter is { } matter => T[$"Decision.Matter.{matter}.{button.Key}"],
        ActionKind.AskSupplement when View.Consent is { } consent => T["Decision.Consequence.AskConsent", consent.Number],
        ActionKind.Approve when button.Leads.Count == 0 => T["Decision.Ends"],
        ActionKind.Approve => T["Decision.LeadsTo", string.Join(T["Decision.Or"], button.Leads.Select(l => l.Unit is null ? StepTexts.Name(l.Name, l.NameEn) : $"{StepTexts.Name(l.Name, l.NameEn)} ({l.Unit})"))],
        _ => T[$"Decision.Consequence.{button.Kind}"],
    };

    private System.Threading.Tasks.Task FieldAsync(string key, string? value) => SetAsync(() => Typed.Fields[key] = value ?? "");

    private System.Threading.Tasks.Task SetAsync(Action change)
    {
        change();
        return OnTyped.InvokeAsync();
    }
}
