using System.Globalization;
using Microsoft.AspNetCore.Components;
using OneStop.Dossiers.Features.ReadTimeOuts;
using OneStop.Identity.Contracts;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Texts;
using OneStop.Kernel.Time;
using OneStop.Kernel.Time.Clocks;
using OneStop.UI;

namespace OneStop.Dossiers.Features.LeaveTimeOut;

public sealed partial class TimeOutsPage
{
    private const string BeginForm = "begin";
    private const string EndForm = "end";
    private const string BegunDone = "ghi";
    private const string EndedDone = "ket-thuc";
    private static readonly string[] Times = ["H:mm", "HH:mm", "H'h'mm", "HH'h'mm", "H'h'", "HH'h'"];

    private TimeOutsView? view;
    private IReadOnlyList<FieldProblem>? beginProblems;
    private IReadOnlyList<FieldProblem>? endProblems;
    private string? beginMessage;
    private string? endMessage;

    [Parameter] public Guid Id { get; set; }

    [SupplyParameterFromQuery(Name = "xong")] public string? Done { get; set; }

    [SupplyParameterFromForm(FormName = BeginForm)] private BeginInput? Begin { get; set; }

    [SupplyParameterFromForm(FormName = EndForm)] private EndInput? End { get; set; }

    [Inject] private IDispatcher Dispatcher { get; set; } = default!;

    [Inject] private IKeptForms KeptForms { get; set; } = default!;

    [Inject] private IErrorTexts Errors { get; set; } = default!;

    [Inject] private NavigationManager Navigation { get; set; } = default!;

    private IReadOnlyList<Choice> GroundChoices => [.. ClockGrounds.ThirdParties.Select(g => new Choice(g.ToString(), AtStart(Clock.Say(g))))];

    private IReadOnlyList<Choice> OpenChoices => [.. view!.Open.Select(o => new Choice(o.Ground.ToString(), $"{o.Party} ({Clock.Say(o.Ground)})"))];

    private IReadOnlyList<Choice> UnitChoices =>
        [new(nameof(TermUnit.WorkingDays), T["TimeOut.Unit.WorkingDays"]), new(nameof(TermUnit.CalendarDays), T["TimeOut.Unit.CalendarDays"])];

    protected override async Task OnInitializedAsync()
    {
        var posted = Begin is not null || End is not null;
        (Begin, End) = (Begin ?? new BeginInput(), End ?? new EndInput());
        var read = await Dispatcher.Send(new ReadTimeOuts.ReadTimeOuts(Id));
        if (!read.TryGet(out view))
        {
            Navigation.NotFound();
            return;
        }

        if (!posted)
            await FillAsync(view);
    }

    // What was typed before a new sign-in, else the moment of now and the most that the procedure leaves.
    private async Task FillAsync(TimeOutsView shown)
    {
        var kept = await KeptForms.TakeAsync(CancellationToken.None) ?? new Dictionary<string, string>();
        var (day, hour) = (DateText.Write(shown.Now.VietnamDate()), shown.Now.ToVietnam().ToString("HH:mm", CultureInfo.InvariantCulture));
        Begin = new BeginInput
        {
            Ground = kept.GetValueOrDefault("Begin.Ground"),
            Party = kept.GetValueOrDefault("Begin.Party"),
            LegalGround = kept.GetValueOrDefault("Begin.LegalGround"),
            Document = kept.GetValueOrDefault("Begin.Document"),
            FromDay = kept.GetValueOrDefault("Begin.FromDay") ?? day,
            FromTime = kept.GetValueOrDefault("Begin.FromTime") ?? hour,
            Limit = kept.GetValueOrDefault("Begin.Limit") ?? shown.Left?.Amount.ToString("0", CultureInfo.InvariantCulture),
            Unit = kept.GetValueOrDefault("Begin.Unit") ?? (shown.Left?.Unit == TermUnit.CalendarDays ? nameof(TermUnit.CalendarDays) : nameof(TermUnit.WorkingDays)),
        };
        End = new EndInput
        {
            Ground = kept.GetValueOrDefault("End.Ground"),
            UntilDay = kept.GetValueOrDefault("End.UntilDay") ?? day,
            UntilTime = kept.GetValueOrDefault("End.UntilTime") ?? hour,
            Answer = kept.GetValueOrDefault("End.Answer"),
        };
    }

    private async Task BeginAsync()
    {
        var input = Begin!;
        var left = await Dispatcher.Send(new LeaveTimeOut(
            Id, GroundOf(input.Ground), input.Party, input.LegalGround, input.Document, DayOf(input.FromDay), TimeOf(input.FromTime),
            int.TryParse(input.Limit, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) ? limit : null,
            input.Unit == nameof(TermUnit.CalendarDays) ? TermUnit.CalendarDays : TermUnit.WorkingDays));
        if (left.IsSuccess)
            Navigation.NavigateTo($"{DeskUrls.TimeOuts(Id)}?xong={BegunDone}");
        else
            (beginProblems, beginMessage) = (Errors.AtFields(left.Errors, "Begin."), Errors.OfWhole(left.Errors));
    }

    private async Task EndAsync()
    {
        var input = End!;
        var ended = await Dispatcher.Send(new EndTimeOut.EndTimeOut(Id, GroundOf(input.Ground), DayOf(input.UntilDay), TimeOf(input.UntilTime), input.Answer));
        if (ended.IsSuccess)
            Navigation.NavigateTo($"{DeskUrls.TimeOuts(Id)}?xong={EndedDone}");
        else
            (endProblems, endMessage) = (Errors.AtFields(ended.Errors, "End."), Errors.OfWhole(ended.Errors));
    }

    private static ClockGround? GroundOf(string? typed) => Enum.TryParse<ClockGround>(typed, out var ground) && Enum.IsDefined(ground) ? ground : null;

    private static DateOnly? DayOf(string? typed) => DateText.TryRead(typed, out var day) ? day : null;

    private static TimeOnly? TimeOf(string? typed) =>
        TimeOnly.TryParseExact(typed?.Trim(), Times, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;

    // The words stand inside sentences elsewhere.
    private static string AtStart(string words) => char.ToUpper(words[0], CultureInfo.CurrentCulture) + words[1..];

    private sealed class BeginInput
    {
        public string? Ground { get; set; }

        public string? Party { get; set; }

        public string? LegalGround { get; set; }

        public string? Document { get; set; }

        public string? FromDay { get; set; }

        public string? FromTime { get; set; }

        public string? Limit { get; set; }

        public string? Unit { get; set; }
    }

    private sealed class EndInput
    {
        public string? Ground { get; set; }

        public string? UntilDay { get; set; }

        public string? UntilTime { get; set; }

        public string? Answer { get; set; }
    }
}
