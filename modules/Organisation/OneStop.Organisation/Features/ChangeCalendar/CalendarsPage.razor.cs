using Microsoft.AspNetCore.Components;
using OneStop.Kernel.Time.Calendars;
using OneStop.UI;

namespace OneStop.Organisation.Features.ChangeCalendar;

public partial class CalendarsPage
{
    private CalendarsView? view;
    private CalendarPreview? preview;
    private string? done;
    private string? confirmMessage;
    private IReadOnlyList<FieldProblem>? dayProblems;
    private IReadOnlyList<FieldProblem>? weekProblems;
    private string? dayMessage;
    private string? weekMessage;
    private IReadOnlyList<FieldProblem>? createProblems;
    private IReadOnlyList<FieldProblem>? assignProblems;
    private string? createMessage;
    private string? assignMessage;

    [SupplyParameterFromQuery(Name = "nam")]
    public int? Year { get; set; }

    [SupplyParameterFromQuery(Name = "ngay")]
    public string? Chosen { get; set; }

    [SupplyParameterFromQuery(Name = "viec")]
    public string? Deed { get; set; }

    [SupplyParameterFromForm(FormName = "day")]
    public CalendarInput? Day { get; set; }

    [SupplyParameterFromForm(FormName = "week")]
    public CalendarInput? Week { get; set; }

    [SupplyParameterFromForm(FormName = "create")]
    public CalendarInput? Create { get; set; }

    [SupplyParameterFromForm(FormName = "assign")]
    public CalendarInput? Assign { get; set; }

    [SupplyParameterFromForm(FormName = "confirm")]
    public CalendarInput? Confirmed { get; set; }

    private CalendarInput? Shown { get; set; }

    private IReadOnlyList<Choice> Kinds => [.. DayKinds.All.Select(kind => new Choice(kind, T[$"DayKind.{kind}"]))];

    private IReadOnlyList<Choice> Calendars => [.. view!.Editions.DistinctBy(e => e.Code).Select(e => new Choice(e.Code, e.Name))];

    private string DayHeading => Day!.Deed switch
    {
        CalendarDeeds.Change => T["Calendar.ChangeOf", Day.Date ?? ""],
        CalendarDeeds.Remove => T["Calendar.RemoveOf", Day.Date ?? ""],
        _ => T["Calendar.Add"],
    };

    protected override async Task OnInitializedAsync()
    {
        Shown = Confirmed;
        var asked = Day is not null;
        (Day, Week) = (Day ?? new CalendarInput { Deed = CalendarDeeds.Add }, Week ?? new CalendarInput { Deed = CalendarDeeds.Hours });
        (Create, Assign) = (Create ?? new CalendarInput { Deed = CalendarDeeds.Create }, Assign ?? new CalendarInput { Deed = CalendarDeeds.Assign });
        await ReadAsync();
        if (!asked && DateText.TryRead(Chosen, out var date) && view?.Days.FirstOrDefault(d => d.Date == date) is { } day)
        {
            Day = new CalendarInput
            {
                Deed = Deed == CalendarDeeds.Remove ? CalendarDeeds.Remove : CalendarDeeds.Change,
                Date = DateText.Write(date), Name = day.Name, Kind = day.Kind, Hours = day.Hours, Document = day.Document,
            };
        }
    }

    private async Task PreviewDayAsync() => (dayProblems, dayMessage) = await PreviewAsync(Day!, "Day.");

    private async Task PreviewWeekAsync() => (weekProblems, weekMessage) = await PreviewAsync(Week!, "Week.");

    private async Task PreviewCreateAsync() => (createProblems, createMessage) = await PreviewAsync(Create!, "Create.");

    private async Task PreviewAssignAsync() => (assignProblems, assignMessage) = await PreviewAsync(Assign!, "Assign.");

    private async Task<(IReadOnlyList<FieldProblem> Problems, string? Message)> PreviewAsync(CalendarInput input, string form)
    {
        var result = await Dispatcher.Send(new PreviewCalendarChange(input));
        if (result.TryGet(out var found))
            (preview, Shown) = (found, input);
        return (ErrorTexts.AtFields(result.Errors, form),
            ErrorTexts.OfWhole(result.Errors));
    }

    private async Task ConfirmAsync()
    {
        var result = await Dispatcher.Send(new ConfirmCalendarChange(Confirmed!));
        if (!result.TryGet(out var moved))
        {
            confirmMessage = ErrorTexts.Describe(result.Errors[0]);
            return;
        }

        done = T["Calendar.Done", moved];
        (Confirmed, Shown) = (null, null);
        await ReadAsync();
    }

    private async Task ReadAsync() => view = (await Dispatcher.Send(new ReadCalendars(Year))).TryGet(out var found) ? found : null;
}
