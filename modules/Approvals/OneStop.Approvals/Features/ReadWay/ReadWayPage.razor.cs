using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Components;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Texts;

namespace OneStop.Approvals.Features.ReadWay;

public sealed partial class ReadWayPage
{
    private Way? way;
    private string? message;
    private DateTimeOffset now;

    [Parameter]
    public Guid DossierId { get; set; }

    [Inject]
    private IDispatcher Dispatcher { get; set; } = default!;

    [Inject]
    private IErrorTexts Errors { get; set; } = default!;

    [Inject]
    private TimeProvider Time { get; set; } = default!;

    protected override async Task OnInitializedAsync()
    {
        now = Time.GetUtcNow();
        var result = await Dispatcher.Send(new ReadWayQuery(DossierId));
        if (result.TryGet(out var found))
            way = found;
        else
            message = Errors.Describe(result.Error);
    }

    private string Hours(int minutes) => T["Way.Hours", (minutes / 60m).ToString("0.#", CultureInfo.CurrentCulture)];

    private string Marks(Way found)
    {
        var marks = new Dictionary<string, object>(StringComparer.Ordinal);
        foreach (var element in found.Passed.Concat(found.Flows))
            marks[element] = new { tone = "done", text = "" };
        foreach (var steps in found.Steps.GroupBy(s => s.Element))
        {
            var late = steps.Any(s => s.IsLate(now));
            var used = steps.Sum(s => s.UsedMinutes ?? 0);
            marks[steps.Key] = new { tone = late ? "late" : "done", text = used > 0 ? Hours(used) : "" };
        }

        foreach (var element in found.Standing)
            marks[element] = new { tone = found.Steps.Any(s => s.Element == element && s.ClosedAt is null && s.IsLate(now)) ? "late" : "here", text = T["Way.Here"].Value };
        foreach (var incident in found.Incidents.Where(i => i.MendedAt is null))
            marks[incident.Element] = new { tone = "warning", text = T["Way.Incident"].Value };
        return JsonSerializer.Serialize(marks);
    }
}
