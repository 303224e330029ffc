using Microsoft.AspNetCore.Components;
using OneStop.Approvals.Features.StartMigration;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Texts;
using OneStop.UI;

namespace OneStop.Approvals.Features.CheckMigration;

public sealed partial class CheckMigrationPage
{
    private readonly Dictionary<string, string> mapping = new(StringComparer.Ordinal);
    private readonly Guid runId = Guid.CreateVersion7();
    private MigrationReport? report;
    private IReadOnlyList<FieldProblem> problems = [];
    private string? message;
    private string? why;
    private int staying;
    private bool all;
    private bool busy;

    [SupplyParameterFromQuery(Name = "tu")]
    private Guid From { get; set; }

    [SupplyParameterFromQuery(Name = "den")]
    private Guid To { get; set; }

    [Inject]
    private IDispatcher Dispatcher { get; set; } = default!;

    [Inject]
    private IErrorTexts Errors { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    protected override Task OnInitializedAsync() => CheckAsync(null);

    private static string Named(string name, string element) => name.Length == 0 ? element : name;

    private static IReadOnlyList<Choice> Choices(MappedElement element) =>
        [.. element.Choices.Select(c => new Choice(c.Element, c.Name.Length == 0 ? c.Element : $"{c.Name} ({c.Element})"))];

    // Where dossiers stand and where nothing was found: the rest is as proposed and can be unfolded.
    private IReadOnlyList<MappedElement> Shown(MigrationReport found) =>
        all ? found.Elements : [.. found.Elements.Where(e => e.Standing > 0 || !mapping.ContainsKey(e.Element))];

    // Beyond what the report has looked at nobody knows yet.
    private int Movable(MigrationReport found) => found.Running - staying;

    private string? ErrorOf(string field) => problems.FirstOrDefault(p => p.Field == field)?.Message;

    private Task MapAsync(string element, string? to)
    {
        if (string.IsNullOrEmpty(to))
            mapping.Remove(element);
        else
            mapping[element] = to;
        return CheckAsync(mapping);
    }

    private async Task CheckAsync(IReadOnlyDictionary<string, string>? chosen)
    {
        (message, problems) = (null, []);
        var result = await Dispatcher.Send(new CheckMigrationQuery(From, To, chosen));
        if (!result.TryGet(out var found))
        {
            message = Errors.Describe(result.Error);
            return;
        }

        report = found;
        staying = found.Instances.Count(i => i.Problems.Count > 0);
        if (chosen is not null)
            return;
        foreach (var element in found.Elements)
        {
            if (element.To is { } to)
                mapping[element.Element] = to;
        }
    }

    private async Task StartAsync()
    {
        (message, problems, busy) = (null, [], true);
        var started = await Dispatcher.Send(new StartMigrationCommand(runId, From, To, new Dictionary<string, string>(mapping, StringComparer.Ordinal), why ?? ""));
        busy = false;
        if (started.IsSuccess)
        {
            Navigation.NavigateTo(ApprovalsUrls.RunOf(started.Value));
            return;
        }

        problems = [.. started.Errors.Where(e => e.Field == "Why").Select(e => new FieldProblem("Why", Errors.Describe(e)))];
        message = started.Errors.FirstOrDefault(e => e.Field != "Why") is { } whole ? Errors.Describe(whole) : null;
    }
}
