using System.Globalization;
using Microsoft.AspNetCore.Components;
using OneStop.Approvals.Components;
using OneStop.Approvals.Domain;
using OneStop.Approvals.Simulation;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Results;
using OneStop.Kernel.Texts;
using OneStop.UI;

namespace OneStop.Approvals.Features.AskSimulation;

public sealed partial class AskSimulationPage
{
    private readonly Dictionary<string, string?> people = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string?> minutes = new(StringComparer.Ordinal);
    private SimulationBasis? basis;
    private List<FieldProblem> errors = [];
    private string? message;
    private bool busy;
    private string? source = nameof(ArrivalSource.Past);
    private string? from;
    private string? to;
    private string? percent = "100";
    private string? perDay = "20";
    private string? days = "60";
    private string? online = "50";
    private string? supplements;
    private string? answerDays;
    private string? hours;
    private bool saturday;
    private string? daysOff;
    private string? facts;

    [Parameter]
    public Guid ProcessId { get; set; }

    [Inject]
    private IDispatcher Dispatcher { get; set; } = default!;

    [Inject]
    private IErrorTexts Errors { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    private bool IsPast => source != nameof(ArrivalSource.Mix);

    private Choice[] Sources =>
    [
        new(nameof(ArrivalSource.Past), T["Simulate.SourcePast"]),
        new(nameof(ArrivalSource.Mix), T["Simulate.SourceMix"], T["Simulate.SourceMixHint"]),
    ];

    protected override async Task OnInitializedAsync()
    {
        var result = await Dispatcher.Send(new ReadSimulationBasisQuery(ProcessId));
        if (!result.TryGet(out basis))
        {
            message = Errors.Describe(result.Error);
            return;
        }

        from = DateText.Write(basis.First);
        to = DateText.Write(basis.Last);
    }

    private string NameOf(SimulationBasis known) => known.Number is { } number ? T["Figures.Version", number] : T["DraftState.Draft"];

    private string PostName(StepPost post) => PostWords.Of(T, post.Level, post.Role, post.Field);

    private string Span(SimulationBasis known) => known is { First: { } first, Last: { } last }
        ? T["Simulate.Span", known.Dossiers.ToString("N0", CultureInfo.CurrentCulture), DateText.Write(first) ?? "", DateText.Write(last) ?? ""]
        : T["Simulate.NoPast"];

    private string Known(BasisStep step) => step switch
    {
        { HalfMinutes: { } half } => T["Simulate.MinutesKnown", half.ToString("N0", CultureInfo.CurrentCulture), step.Known.ToString("N0", CultureInfo.CurrentCulture)],
        { Hours: { } allowed } => T["Simulate.MinutesHours", (allowed * 60).ToString("N0", CultureInfo.CurrentCulture)],
        _ => T["Simulate.MinutesShare"],
    };

    private string? ErrorOf(string field) => errors.Find(e => e.Field == field)?.Message;

    private async Task AskAsync()
    {
        (errors, message) = ([], null);
        if (Read() is not { } request)
            return;
        busy = true;
        var result = await Dispatcher.Send(new AskSimulationCommand(ProcessId, request));
        busy = false;
        if (result.TryGet(out var id))
        {
            Navigation.NavigateTo(ApprovalsUrls.SimulationOf(id));
            return;
        }

        errors = [.. Errors.AtFields(result.Errors)];
        message = Errors.OfWhole(result.Errors);
    }

    // What cannot be read is told at its field; nothing typed is lost.
    private SimulationRequest? Read()
    {
        var first = Day("From", from);
        var last = IsPast ? Day("To", to) : first;
        List<DateOnly> off = [];
        foreach (var part in (daysOff ?? "").Split([',', ';', ' ', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            off.Add(Day("DaysOff", part));
        if (StatedFact.TryRead(facts, out var stated) is > 0 and var line)
            errors.Add(new FieldProblem("Facts", Errors.Describe(Error.Invalid(ApprovalErrors.BadFact, null, line))));
        var request = new SimulationRequest
        {
            Source = IsPast ? ArrivalSource.Past : ArrivalSource.Mix,
            From = first,
            To = last,
            Percent = IsPast ? Count("Percent", percent) : 100,
            PerDay = IsPast ? 0 : Count("PerDay", perDay),
            Days = IsPast ? 0 : Count("Days", days),
            OnlinePercent = IsPast ? 0 : Count("OnlinePercent", online),
            People = Counts("People", people),
            Minutes = Counts("Minutes", minutes),
            SupplementPercent = string.IsNullOrWhiteSpace(supplements) ? null : Count("SupplementPercent", supplements),
            SupplementDays = string.IsNullOrWhiteSpace(answerDays) ? null : Count("SupplementDays", answerDays),
            Hours = string.IsNullOrWhiteSpace(hours) ? null : hours.Trim(),
            Saturday = saturday,
            DaysOff = off,
            Facts = stated,
        };
        return errors.Count == 0 ? request : null;
    }

    private DateOnly Day(string field, string? text)
    {
        if (DateText.TryRead(text, out var day) && day != DateOnly.MaxValue)
            return day;
        Report(field, string.IsNullOrWhiteSpace(text) ? CommonErrors.Required : CommonErrors.BadFormat);
        return default;
    }

    private int Count(string field, string? text)
    {
        if (int.TryParse(text?.Trim().Replace(".", "", StringComparison.Ordinal), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return number;
        Report(field, string.IsNullOrWhiteSpace(text) ? CommonErrors.Required : CommonErrors.BadFormat);
        return 0;
    }

    private Dictionary<string, int> Counts(string field, Dictionary<string, string?> texts) =>
        texts.Where(pair => !string.IsNullOrWhiteSpace(pair.Value)).ToDictionary(pair => pair.Key, pair => Count($"{field}-{pair.Key}", pair.Value), StringComparer.Ordinal);

    private void Report(string field, string code)
    {
        if (!errors.Exists(e => e.Field == field))
            errors.Add(new FieldProblem(field, Errors.Describe(Error.Invalid(code))));
    }
}
