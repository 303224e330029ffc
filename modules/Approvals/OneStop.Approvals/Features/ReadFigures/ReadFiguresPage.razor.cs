using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Components;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Results;
using OneStop.Kernel.Texts;
using OneStop.Kernel.Time;
using OneStop.UI;

namespace OneStop.Approvals.Features.ReadFigures;

public sealed partial class ReadFiguresPage
{
    private const int UsualDays = 90;
    private const double Some = 0.05;
    private const double Many = 0.2;
    private const int Heats = 4;
    private const string Lateness = "tre";
    private const string Time = "thoi-gian";

    private ProcessFigures? figures;
    private string? message;
    private List<FieldProblem> problems = [];
    private string? fromText;
    private string? toText;

    [SupplyParameterFromQuery(Name = "phien-ban")]
    private Guid VersionId { get; set; }

    [SupplyParameterFromQuery(Name = "tu")]
    private string? From { get; set; }

    [SupplyParameterFromQuery(Name = "den")]
    private string? To { get; set; }

    [SupplyParameterFromQuery(Name = "mau")]
    private string? Colour { get; set; }

    [Inject]
    private IDispatcher Dispatcher { get; set; } = default!;

    [Inject]
    private IErrorTexts Errors { get; set; } = default!;

    [Inject]
    private TimeProvider Clock { get; set; } = default!;

    protected override async Task OnInitializedAsync()
    {
        var today = Clock.GetUtcNow().VietnamDate();
        fromText = From ?? DateText.Write(today.AddDays(-UsualDays));
        toText = To ?? DateText.Write(today);
        var hasFrom = DateText.TryRead(fromText, out var from);
        var hasTo = DateText.TryRead(toText, out var to);
        if (!hasFrom)
            problems.Add(new FieldProblem("tu", Errors.Describe(Error.Invalid(CommonErrors.BadFormat))));
        if (!hasTo || to == DateOnly.MaxValue)
            problems.Add(new FieldProblem("den", Errors.Describe(Error.Invalid(CommonErrors.BadFormat))));
        else if (hasFrom && to < from)
            problems.Add(new FieldProblem("den", T["Figures.ToBeforeFrom"]));
        if (problems.Count > 0)
            return;
        var result = await Dispatcher.Send(new ReadFiguresQuery(VersionId, from, to));
        if (result.TryGet(out var found))
            figures = found;
        else
            message = Errors.Describe(result.Error);
    }

    private bool ByTime => Colour == Time;

    private IReadOnlyList<Choice> Colours => [new Choice(Lateness, T["Figures.ByLateness"]), new Choice(Time, T["Figures.ByTime"])];

    private static double LongestAverage(ProcessFigures found) => found.Steps.Select(s => s.AverageMinutes).DefaultIfEmpty().Max();

    private static string Heat(double minutes, double longest) => $"heat{(longest <= 0 ? 1 : Math.Clamp((int)Math.Ceiling(minutes / longest * Heats), 1, Heats))}";

    private static string LateTone(double share) => share >= Many ? "late" : share >= Some ? "warning" : "done";

    private static string Share(double share) => share.ToString("P0", CultureInfo.CurrentCulture);

    private string Hours(double minutes) => T["Way.Hours", (minutes / 60).ToString("0.#", CultureInfo.CurrentCulture)];

    private string Marks(ProcessFigures found) => JsonSerializer.Serialize(found.Steps.ToDictionary(
        s => s.Element,
        s => new { tone = ByTime ? Heat(s.AverageMinutes, LongestAverage(found)) : LateTone(s.LateShare), text = T["Figures.Mark", Hours(s.AverageMinutes), Share(s.LateShare)].Value }));
}
