using Microsoft.AspNetCore.Components;
using OneStop.Approvals.Components;
using OneStop.Approvals.Domain;
using OneStop.Approvals.Features.FindBodies;
using OneStop.Approvals.Features.PreviewDue;
using OneStop.Approvals.Features.ReadAskingForm;
using OneStop.Approvals.Features.SaveAskingDraft;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Texts;
using OneStop.Organisation.Contracts;
using OneStop.UI;

namespace OneStop.Approvals.Features.AskOpinions;

public sealed partial class AskOpinionsPage
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(800);
    private readonly List<BodyForm> bodies = [];
    private readonly Guid commandId = Guid.CreateVersion7();
    private ITimer? saving;
    private DateTimeOffset? savedAt;
    private bool unsaved;
    private bool left;
    private AskingForm? form;
    private IReadOnlyList<UnitInfo>? found;
    private IReadOnlyList<FieldProblem>? problems;
    private string? words;
    private string? message;
    private string? fatal;
    private bool busy;
    private bool done;

    [Parameter]
    public Guid TaskId { get; set; }

    [Inject]
    private IDispatcher Dispatcher { get; set; } = default!;

    [Inject]
    private TimeProvider Clock { get; set; } = default!;

    [Inject]
    private IErrorTexts Errors { get; set; } = default!;

    private string Caption => $"{form!.DossierCode} · {StepTexts.Name(form.StepName, form.StepNameEn)}";

    private Choice[] Parts =>
        [.. Enum.GetValues<ConsultationPart>().Select(p => new Choice(p.ToString(), T[$"Part.{p}"], T[$"Part.{p}.Hint"]))];

    private Choice[] Silences =>
        [.. Enum.GetValues<SilenceRule>().Select(s => new Choice(s.ToString(), T[$"Silence.{s}"], T[$"Silence.{s}.Hint"]))];

    private Choice[] Papers => [.. form!.Papers.SelectMany(p => p.Files.Select(f => new Choice(f.Id.ToString(), f.Name, p.Name)))];

    private string DaysHint => form!.LastDue is { } last ? T["Ask.DaysLimit", MomentText.Date(last)] : T["Ask.DaysHint"];

    protected override async Task OnParametersSetAsync()
    {
        if (form?.TaskId == TaskId)
            return;
        var read = await Dispatcher.Send(new ReadAskingFormQuery(TaskId));
        if (read.TryGet(out var asking))
        {
            form = asking;
            bodies.AddRange(BodyForm.ReadAll(asking.Draft));
        }
        else
            fatal = Errors.Describe(read.Error);
    }

    public void Dispose()
    {
        left = true;
        saving?.Dispose();
    }

    private void Type(Action change)
    {
        change();
        unsaved = true;
        saving ??= Clock.CreateTimer(_ => _ = InvokeAsync(KeepAsync), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        saving.Change(Pause, Timeout.InfiniteTimeSpan);
    }

    private async Task KeepAsync()
    {
        if (left || done || busy)
            return;
        // What is typed while this is under way waits for the next.
        unsaved = false;
        if ((await Dispatcher.Send(new SaveAskingDraftCommand(TaskId, BodyForm.WriteAll(bodies)))).IsSuccess)
            savedAt = Clock.GetUtcNow();
        else
            unsaved = true;
        StateHasChanged();
    }

    private async Task SearchAsync()
    {
        if ((await Dispatcher.Send(new FindBodiesQuery(words))).TryGet(out var units))
            found = units.Units;
    }

    private async Task AddAsync(UnitInfo unit)
    {
        // Most often the same is asked of several.
        var body = new BodyForm(unit);
        if (bodies is [.., var last])
            (body.Questions, body.Files, body.Days) = (last.Questions, last.Files, last.Days);
        Type(() => bodies.Add(body));
        (problems, message) = (null, null);
        await DaysAsync(body, body.Days);
    }

    private async Task DaysAsync(BodyForm body, string? days)
    {
        Type(() => body.Days = days?.Trim());
        body.Due = (await Dispatcher.Send(new PreviewDueQuery(body.Unit.AgencyId, body.WorkingDays))).TryGet(out var due) ? due.At : null;
    }

    private async Task SendAsync()
    {
        if (busy)
            return;
        busy = true;
        (problems, message) = (null, null);
        var result = await Dispatcher.Send(new AskOpinionsCommand(TaskId, commandId, [.. bodies.Select(b => b.Read())]));
        busy = false;
        done = result.IsSuccess;
        if (done)
            return;
        problems = [.. Errors.AtFields(result.Errors).Select(p => p with { Label = LabelOf(p.Field) })];
        message = Errors.OfWhole(result.Errors);
    }

    // With several bodies the summary says whose mistake it is.
    private string? LabelOf(string field) =>
        bodies.Count > 1 && bodies.Select((b, i) => (b, i)).FirstOrDefault(x => field.StartsWith($"Bodies[{x.i}]", StringComparison.Ordinal)).b is { } body ? body.Unit.Name : null;
}
