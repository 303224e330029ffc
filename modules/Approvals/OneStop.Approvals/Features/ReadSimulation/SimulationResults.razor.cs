using System.Globalization;
using Microsoft.AspNetCore.Components;
using OneStop.Approvals.Components;
using OneStop.Approvals.Simulation;
using OneStop.Kernel.Texts;
using OneStop.UI;

namespace OneStop.Approvals.Features.ReadSimulation;

public sealed partial class SimulationResults
{
    private const int MostBars = 12;

    /// <summary>A <see cref="SimulationOutcome"/>.</summary>
    [Parameter, EditorRequired]
    public object Report { get; set; } = default!;

    [Parameter, EditorRequired]
    public string TriedName { get; set; } = "";

    [Parameter]
    public string? BesideName { get; set; }

    private string PostsCaption => BesideName is { } beside ? T["Simulation.PostsCaption", TriedName, beside] : T["Simulation.PostsCaptionAlone"];

    private string? StepsCaption => BesideName is { } beside ? T["Simulation.StepsCaption", TriedName, beside].Value : null;

    [Inject]
    private IErrorTexts Errors { get; set; } = default!;

    private SimulationOutcome Outcome => (SimulationOutcome)Report;

    private SimulationReport? Beside => Outcome.Beside?.Report;

    private FactRow[] Facts =>
    [
        Fact("Simulation.Started", r => Number(r.Started)),
        Fact("Simulation.Finished", r => Number(r.Finished)),
        Fact("Simulation.Stopped", r => Number(r.Stopped)),
        Fact("Simulation.Waiting", r => Number(r.Waiting)),
        Fact("Simulation.Supplements", r => Number(r.Supplements)),
        Fact("Simulation.Late", r => r.WithTerm == 0 ? "–" : T["Simulation.LateOf", Number(r.Late), Percent((double)r.Late / r.WithTerm)]),
        Fact("Simulation.Average", r => Hours(r.AverageMinutes)),
        Fact("Simulation.NinthTenth", r => Hours(r.NinthTenthMinutes)),
        Fact("Simulation.Most", r => Hours(r.MostMinutes)),
        Fact("Simulation.DeadEnds", r => Number(r.DeadEnds.Sum(end => end.Count))),
    ];

    private int MostOpen => Outcome.Tried.Report.Periods.Select(p => p.Open).DefaultIfEmpty().Max();

    private int LastOpen => Outcome.Tried.Report.Periods is [.., { } last] ? last.Open : 0;

    private double MostOnCurves => Curves.SelectMany(c => c.Values).DefaultIfEmpty().Max();

    private ChartCurve[] Curves =>
    [
        new(T["Simulation.Arrived"], "action", [.. Outcome.Tried.Report.Periods.Select(p => (double)p.Arrived)]),
        new(T["Simulation.Ended"], "done", [.. Outcome.Tried.Report.Periods.Select(p => (double)p.Ended)]),
        new(T["Simulation.Open"], "late", [.. Outcome.Tried.Report.Periods.Select(p => (double)p.Open)]),
        .. Beside is { } beside ? [new ChartCurve(T["Simulation.OpenOf", BesideName ?? ""], "muted", [.. beside.Periods.Select(p => (double)p.Open)])] : Array.Empty<ChartCurve>(),
    ];

    private IReadOnlyList<ChartBar> Loads => [.. Outcome.Tried.Kinds.Take(MostBars).Select(kind =>
    {
        var other = Outcome.Beside?.Kinds.FirstOrDefault(k => (k.Level, k.Role, k.Field) == (kind.Level, kind.Role, kind.Field));
        return new ChartBar(PostWords.Of(T, kind.Level, kind.Role, kind.Field), kind.Load, Percent(kind.Load), other?.Load, other is null ? null : Percent(other.Load), kind.Load > PostReport.Overloaded);
    })];

    private IReadOnlyList<ChartBar> Lateness => [.. Outcome.Tried.Report.Steps.Where(step => step.Entered > 0).OrderByDescending(step => step.LateShare).Take(MostBars).Select(step =>
    {
        var other = Beside?.Steps.FirstOrDefault(s => s.Element == step.Element);
        return new ChartBar(step.Name, step.LateShare, Percent(step.LateShare), other?.LateShare, other is null ? null : Percent(other.LateShare), step.LateShare > 0.2);
    })];

    private RenderFragment Judge(PostKind kind) => builder =>
    {
        if (kind.Load > PostReport.Overloaded || kind.Overloaded > 0)
            Tagged(Tone.Late, T["Simulation.TooMuch"]);
        else if (kind.People > 0 && kind.Load < PostReport.Idle)
            Tagged(Tone.Info, T["Simulation.TooLittle"]);

        void Tagged(Tone tone, string text)
        {
            builder.OpenComponent<Tag>(0);
            builder.AddAttribute(1, nameof(Tag.Tone), tone);
            builder.AddAttribute(2, nameof(Tag.ChildContent), (RenderFragment)(inner => inner.AddContent(0, text)));
            builder.CloseComponent();
        }
    };

    private FactRow Fact(string name, Func<SimulationReport, string> text) => new(T[name], text(Outcome.Tried.Report), Beside is null ? null : text(Beside));

    private static string Number(double value) => value.ToString("N0", CultureInfo.CurrentCulture);

    private static string Percent(double share) => share.ToString("P0", CultureInfo.CurrentCulture);

    private string Hours(double minutes) => T["Way.Hours", (minutes / 60).ToString("N1", CultureInfo.CurrentCulture)];

    private sealed record FactRow(string Name, string Tried, string? Beside);
}
