using Microsoft.AspNetCore.Components;
using OneStop.Dossiers.Domain;
using OneStop.Dossiers.Features.ListRegisterExports;
using OneStop.Dossiers.Register;
using OneStop.Kernel.Callers;
using OneStop.Kernel.Live;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Texts;
using OneStop.Kernel.Time;
using OneStop.UI;

namespace OneStop.Dossiers.Features.ExportRegister;

public sealed partial class RegisterPage
{
    private readonly CancellationTokenSource closed = new();
    private IReadOnlyList<RegisterExportRow>? exports;
    private IReadOnlyList<FieldProblem> problems = [];
    private string? message;
    private string? from;
    private string? to;
    private string? procedure;
    private string? filter = nameof(RegisterFilter.All);
    private string? format = nameof(RegisterFormat.Pdf);
    private bool ordering;
    private int asked;
    private int shown;
    private IDisposable? subscription;

    [Inject]
    private IDispatcher Dispatcher { get; set; } = default!;

    [Inject]
    private IErrorTexts Errors { get; set; } = default!;

    [Inject]
    private ILiveFeed Live { get; set; } = default!;

    [Inject]
    private ICallerSource Callers { get; set; } = default!;

    [Inject]
    private TimeProvider Time { get; set; } = default!;

    private IReadOnlyList<Choice> Filters => [.. Enum.GetNames<RegisterFilter>().Select(name => new Choice(name, T[$"Register.Filter.{name}"]))];

    private IReadOnlyList<Choice> Formats => [.. Enum.GetNames<RegisterFormat>().Select(name => new Choice(name, T[$"Register.Format.{name}"]))];

    public void Dispose()
    {
        closed.Cancel();
        closed.Dispose();
        subscription?.Dispose();
    }

    protected override async Task OnInitializedAsync()
    {
        var today = Time.GetUtcNow().VietnamDate();
        (from, to) = (DateText.Write(new DateOnly(today.Year, today.Month, 1)), DateText.Write(today));
        await ReadAsync();
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender || (await Callers.GetAsync()).AccountId is not { } account || closed.IsCancellationRequested)
            return;
        subscription = Live.Subscribe(RegisterExportRun.TopicOf(account), () => InvokeAsync(RefreshAsync));
        // What was written between the first reading and now was told to nobody.
        await RefreshAsync();
    }

    private async Task RefreshAsync()
    {
        if (closed.IsCancellationRequested)
            return;
        await ReadAsync();
        StateHasChanged();
    }

    private async Task ReadAsync()
    {
        // An answer asked for earlier may come later: news of the worker and an order cross here.
        var number = ++asked;
        var read = await Dispatcher.Send(new ListRegisterExports.ListRegisterExports(), closed.Token);
        if (number < shown)
            return;
        shown = number;
        if (read.TryGet(out var found))
            exports = found;
        else
            message = Errors.Describe(read.Error);
    }

    private async Task OrderAsync()
    {
        ordering = true;
        (problems, message) = ([], null);
        var ordered = await Dispatcher.Send(
            new ExportRegister(DayOf(from), DayOf(to), procedure, Chosen<RegisterFilter>(filter), Chosen<RegisterFormat>(format)), closed.Token);
        ordering = false;
        if (ordered.IsFailure)
        {
            problems = Errors.AtFields(ordered.Errors);
            message = Errors.OfWhole(ordered.Errors);
        }

        await ReadAsync();
    }

    private static DateOnly? DayOf(string? text) => DateText.TryRead(text, out var day) ? day : null;

    private static TChoice Chosen<TChoice>(string? name)
        where TChoice : struct, Enum => Enum.TryParse<TChoice>(name, out var chosen) ? chosen : default;
}
