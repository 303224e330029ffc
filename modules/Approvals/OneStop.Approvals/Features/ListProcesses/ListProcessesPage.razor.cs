using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using OneStop.Approvals.Domain;
using OneStop.Approvals.Engine.Bpmn;
using OneStop.Approvals.Features.CreateDraft;
using OneStop.Approvals.Features.ImportProcess;
using OneStop.Approvals.Features.RetireVersion;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Results;
using OneStop.Kernel.Texts;
using OneStop.UI;

namespace OneStop.Approvals.Features.ListProcesses;

public sealed partial class ListProcessesPage
{
    private IReadOnlyList<ProcessRow>? rows;
    private IReadOnlyList<FieldProblem> errors = [];
    private string? message;
    private bool busy;
    private string? key;
    private string? name;
    private string? retireFrom;
    private string? retireReason;

    [Inject]
    private IDispatcher Dispatcher { get; set; } = default!;

    [Inject]
    private IErrorTexts Errors { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    protected override Task OnInitializedAsync() => LoadAsync();

    private static Tone ToneOf(VersionStanding standing) => standing switch
    {
        VersionStanding.InForce => Tone.Done,
        VersionStanding.Coming => Tone.Info,
        _ => Tone.Neutral,
    };

    private static VersionRow? Previous(ProcessRow row, VersionRow version) => row.Versions.Where(v => v.Number < version.Number).MaxBy(v => v.Number);

    // What runs goes to the version in force; from that one, to the newest.
    private static VersionRow? Target(ProcessRow row, VersionRow version) =>
        row.Versions.FirstOrDefault(v => v.Standing == VersionStanding.InForce && v.Id != version.Id) ?? row.Versions.Where(v => v.Number > version.Number).MaxBy(v => v.Number);

    private static VersionRow? Ending(ProcessRow row) => row.Versions.FirstOrDefault(v => v.Standing is VersionStanding.Coming or VersionStanding.InForce && v.RetiredFrom is null);

    private string? ErrorOf(string field) => errors.FirstOrDefault(e => e.Field == field)?.Message;

    private async Task LoadAsync()
    {
        var result = await Dispatcher.Send(new ListProcessesQuery());
        if (result.TryGet(out var found))
            rows = found;
        else
            message = Errors.Describe(result.Error);
    }

    private Task CreateAsync() => OpenAsync(() => Dispatcher.Send(new CreateDraftCommand(null, key?.Trim(), name?.Trim())), id => id);

    private Task CopyAsync(ProcessRow row)
    {
        var from = row.Versions.FirstOrDefault(v => v.Standing == VersionStanding.InForce) ?? row.Versions[0];
        return OpenAsync(() => Dispatcher.Send(new CreateDraftCommand(from.Id)), id => id);
    }

    private async Task ImportAsync(InputFileChangeEventArgs change)
    {
        Forget();
        if (change.File.Size > BpmnCompiler.LongestFile)
        {
            message = Errors.Describe(Error.Invalid(ApprovalErrors.FileTooLarge, null, BpmnCompiler.LongestFile / (1024 * 1024)));
            return;
        }

        using var content = new MemoryStream();
        await using (var stream = change.File.OpenReadStream(BpmnCompiler.LongestFile))
            await stream.CopyToAsync(content);
        await OpenAsync(() => Dispatcher.Send(new ImportProcessCommand(content.ToArray())), imported => imported.Id);
    }

    private async Task RetireAsync(VersionRow version)
    {
        DateOnly? from = DateText.TryRead(retireFrom, out var day) ? day : null;
        Forget();
        var result = await Dispatcher.Send(new RetireVersionCommand(version.Id, from, retireReason ?? ""));
        Explain(result.Errors);
        if (result.IsSuccess)
            await LoadAsync();
    }

    private async Task OpenAsync<T>(Func<Task<Result<T>>> deed, Func<T, Guid> draft)
    {
        Forget();
        busy = true;
        var result = await deed();
        busy = false;
        if (result.TryGet(out var made))
            Navigation.NavigateTo(ApprovalsUrls.DraftOf(draft(made)));
        else
            Explain(result.Errors);
    }

    private void Forget()
    {
        errors = [];
        message = null;
    }

    private void Explain(IReadOnlyList<Error> found)
    {
        errors = [.. found.Where(e => e.Field is not null).Select(e => new FieldProblem(e.Field!, Errors.Describe(e)))];
        message = found.FirstOrDefault(e => e.Field is null) is { } whole ? Errors.Describe(whole) : null;
    }
}
