using System.Globalization;
using Microsoft.AspNetCore.Components;
using OneStop.Approvals.Features.SetRetention;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Results;
using OneStop.Kernel.Texts;
using OneStop.UI;

namespace OneStop.Approvals.Features.ListRetention;

public sealed partial class ListRetentionPage
{
    private IReadOnlyList<RetentionRow>? rows;
    private RetentionRow? editing;
    private RetentionPreview? preview;
    private IReadOnlyList<FieldProblem> problems = [];
    private string? message;
    private string? news;
    private string? days;
    private string? why;
    private string? offWhy;
    private bool busy;

    [Inject]
    private IDispatcher Dispatcher { get; set; } = default!;

    [Inject]
    private IErrorTexts Errors { get; set; } = default!;

    protected override Task OnInitializedAsync() => LoadAsync();

    private string? ErrorOf(string field) => problems.FirstOrDefault(p => p.Field == field)?.Message;

    private int? Days => int.TryParse(days, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private void Edit(RetentionRow row)
    {
        Stop();
        (editing, days) = (row, row.Days?.ToString(CultureInfo.InvariantCulture));
    }

    private void Stop() => (editing, preview, days, why, offWhy, message, problems, news) = (null, null, null, null, null, null, [], null);

    // What was shown was shown for other days.
    private void ChangeDays(string? value) => (days, preview) = (value, null);

    private async Task LoadAsync()
    {
        var result = await Dispatcher.Send(new ListRetentionQuery());
        if (result.TryGet(out var found))
            rows = found;
        else
            message = Errors.Describe(result.Error);
    }

    private async Task LookAsync()
    {
        (message, problems, busy) = (null, [], true);
        var result = await Dispatcher.Send(new PreviewRetentionQuery(editing!.Key, Days));
        busy = false;
        if (result.TryGet(out var seen))
            preview = seen;
        else
            Explain(result.Errors);
    }

    private Task SaveAsync() => SetAsync(new SetRetentionCommand(editing!.Key, Days, preview!.Instances, editing.Version, why ?? ""), "Why");

    private Task OffAsync() => SetAsync(new SetRetentionCommand(editing!.Key, null, null, editing.Version, offWhy ?? ""), "OffWhy");

    private async Task SetAsync(SetRetentionCommand command, string reasonField)
    {
        (message, problems, busy) = (null, [], true);
        var result = await Dispatcher.Send(command);
        busy = false;
        if (result.IsFailure)
        {
            Explain([.. result.Errors.Select(e => e.Field == nameof(command.Why) ? e with { Field = reasonField } : e)]);
            // Another number than was shown: it must be looked at again.
            if (result.Error.Kind == ErrorKind.Conflict)
                preview = null;
            return;
        }

        Stop();
        news = T[command.Days is null ? "Retention.SwitchedOff" : "Retention.Saved"];
        await LoadAsync();
    }

    private void Explain(IReadOnlyList<Error> found)
    {
        problems = [.. found.Where(e => e.Field is not null).Select(e => new FieldProblem(e.Field!, Errors.Describe(e)))];
        message = found.FirstOrDefault(e => e.Field is null) is { } whole ? Errors.Describe(whole) : null;
    }
}
