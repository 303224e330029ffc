using Microsoft.AspNetCore.Components;
using OneStop.Kernel.Requests;
using OneStop.UI;

namespace OneStop.Dossiers.Features.CountApologies;

public sealed partial class ApologiesPage
{
    private ApologyCounts? counts;

    [SupplyParameterFromQuery(Name = "ky")]
    private string? Period { get; set; }

    [Inject]
    private IDispatcher Dispatcher { get; set; } = default!;

    private TabLink[] Periods =>
    [
        .. ApologyPeriod.All.Select(period => new TabLink(T[$"Public.{WordOf(period)}"], DeskUrls.ApologiesOf(period), period == ApologyPeriod.Read(Period))),
    ];

    // The sum stands last, and only where there is something to add up.
    private UnitApologies[] Rows => counts!.Units.Count > 1 ? [.. counts.Units, counts.Total] : [.. counts.Units];

    protected override async Task OnParametersSetAsync() => (await Dispatcher.Send(new CountApologies(ApologyPeriod.Read(Period)))).TryGet(out counts);

    private static string WordOf(string period) => period switch
    {
        ApologyPeriod.Quarter => nameof(ApologyPeriod.Quarter),
        ApologyPeriod.Year => nameof(ApologyPeriod.Year),
        ApologyPeriod.PreviousYear => nameof(ApologyPeriod.PreviousYear),
        _ => nameof(ApologyPeriod.Month),
    };
}
