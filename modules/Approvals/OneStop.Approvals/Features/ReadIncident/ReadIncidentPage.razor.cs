using Microsoft.AspNetCore.Components;
using OneStop.Approvals.Components;
using OneStop.Approvals.Domain;
using OneStop.Approvals.Features.CancelInstance;
using OneStop.Approvals.Features.MoveToken;
using OneStop.Approvals.Features.NoteIncident;
using OneStop.Approvals.Features.RetryIncident;
using OneStop.Approvals.Features.SkipElement;
using OneStop.Approvals.Runtime;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Results;
using OneStop.Kernel.Texts;
using OneStop.UI;

namespace OneStop.Approvals.Features.ReadIncident;

public sealed partial class ReadIncidentPage
{
    private readonly List<VariableRow> rows = [];
    private IncidentView? view;
    private IReadOnlyList<FieldProblem> problems = [];
    private (Tone Tone, string Text)? news;
    private Guid commandId = Guid.CreateVersion7();
    private string? message;
    private string? deed;
    private string? why;
    private string? target;
    private string? confirmed;
    private bool busy;

    [Parameter]
    public Guid IncidentId { get; set; }

    [Inject]
    private IDispatcher Dispatcher { get; set; } = default!;

    [Inject]
    private IErrorTexts Errors { get; set; } = default!;

    private IReadOnlyList<Choice> Kinds => [.. Enum.GetValues<VariableKind>().Select(kind => new Choice(kind.ToString(), T[$"Kind.{kind}"]))];

    private IReadOnlyList<Choice> Truths => [new("true", T["Truth.true"]), new("false", T["Truth.false"])];

    protected override Task OnInitializedAsync() => LoadAsync();

    private static string Named(string name, string? english, string element) => name.Length == 0 ? element : StepTexts.Name(name, english);

    private IReadOnlyList<Choice> Deeds(IncidentView found)
    {
        string[] possible =
        [
            OperatorDeeds.Retry, .. found.MaySkip ? [OperatorDeeds.Skip] : Array.Empty<string>(), .. found.Targets.Count > 0 ? [OperatorDeeds.Move] : Array.Empty<string>(),
            .. found.IsMatter ? Array.Empty<string>() : [OperatorDeeds.Cancel], OperatorDeeds.Note,
        ];
        return [.. possible.Select(kind => new Choice(kind, T[$"Deed.{kind}"], T[$"Effect.{kind}"]))];
    }

    private IReadOnlyList<Choice> Targets(IncidentView found) =>
        [.. found.Targets.Select(t => new Choice(t.Element, t.Name.Length == 0 ? $"{T[$"Node.{t.Kind}"].Value} ({t.Element})" : $"{StepTexts.Name(t.Name, t.NameEn)} ({T[$"Node.{t.Kind}"].Value})"))];

    private string? ErrorOf(string field) => problems.FirstOrDefault(p => p.Field == field)?.Message;

    // The command numbers the rows that are sent; the page numbers all of them.
    private string? ErrorAt(string part, VariableRow row) => ErrorOf(VariableInput.FieldOf(part, rows.IndexOf(row)));

    private void Choose(string? chosen) => (deed, message, problems, news) = (chosen, null, [], null);

    private void Add() => rows.Add(new VariableRow { IsAdded = true });

    private async Task LoadAsync()
    {
        var result = await Dispatcher.Send(new ReadIncidentQuery(IncidentId));
        if (!result.TryGet(out var found))
        {
            message = Errors.Describe(result.Error);
            return;
        }

        view = found;
        rows.Clear();
        rows.AddRange(found.Variables.Select(v => new VariableRow { Name = v.Name, Kind = v.Kind, Text = v.Text, Before = v.Text, IsKnown = v.IsKnown }));
    }

    private async Task DoAsync()
    {
        (message, problems, news, busy) = (null, [], null, true);
        var words = why ?? "";
        switch (deed)
        {
            case OperatorDeeds.Retry:
                var sent = rows.FindAll(row => row.IsSent);
                var retried = await Dispatcher.Send(new RetryIncidentCommand(IncidentId, commandId, words, [.. sent.Select(row => new VariableInput(row.Name, row.Kind, row.Text))]));
                await EndAsync(retried.Errors, retried.IsSuccess && retried.Value.StandsAgain ? (Tone.Warning, T["News.StandsAgain"].Value) : (Tone.Done, T["News.retry"].Value), sent);
                break;
            case OperatorDeeds.Skip:
                await EndAsync(await Dispatcher.Send(new SkipElementCommand(IncidentId, commandId, words)));
                break;
            case OperatorDeeds.Move:
                await EndAsync(await Dispatcher.Send(new MoveTokenCommand(IncidentId, commandId, target, words)));
                break;
            case OperatorDeeds.Cancel:
                await EndAsync(await Dispatcher.Send(new CancelInstanceCommand(IncidentId, commandId, confirmed, words)));
                break;
            default:
                await EndAsync(await Dispatcher.Send(new NoteIncidentCommand(IncidentId, commandId, words)));
                break;
        }

        busy = false;
    }

    private Task EndAsync(Result<Done> result) => EndAsync(result.Errors, (Tone.Done, T[$"News.{deed}"].Value), []);

    private async Task EndAsync(IReadOnlyList<Error> errors, (Tone, string) said, List<VariableRow> sent)
    {
        if (errors.Count > 0)
        {
            problems = [.. errors.Where(e => e.Field is not null).Select(e => new FieldProblem(OnPage(e.Field!, sent), Errors.Describe(e)))];
            message = errors.FirstOrDefault(e => e.Field is null) is { } whole ? Errors.Describe(whole) : null;
            // Somebody else has mended it: the page shows how.
            if (errors.Any(e => e.Kind == ErrorKind.Conflict))
                await LoadAsync();
            return;
        }

        (news, commandId) = (said, Guid.CreateVersion7());
        (deed, why, target, confirmed) = (null, null, null, null);
        await LoadAsync();
    }

    private string OnPage(string field, List<VariableRow> sent)
    {
        var parts = field.Split('-');
        return parts.Length == 2 && int.TryParse(parts[1], out var number) && number < sent.Count ? VariableInput.FieldOf(parts[0], rows.IndexOf(sent[number])) : field;
    }

    private sealed class VariableRow
    {
        public string Name { get; set; } = "";

        public VariableKind Kind { get; set; }

        public string Text { get; set; } = "";

        public string Before { get; init; } = "";

        public bool IsKnown { get; init; }

        public bool IsAdded { get; init; }

        public bool IsChanged { get; set; }

        public bool IsSent => IsChanged || (IsAdded && Name.Length > 0);
    }
}
