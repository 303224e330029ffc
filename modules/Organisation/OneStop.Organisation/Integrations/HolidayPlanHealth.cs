using System.Globalization;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace OneStop.Organisation.Integrations;

// Degraded, not unhealthy: what is promised stays right, only new dates will be refused when the plan has run out.
internal sealed class HolidayPlanHealth(HolidayPlanWatch watch) : IHealthCheck
{
    public const string Name = "holiday_plan";

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext _, CancellationToken cancellationToken = default)
    {
        var plan = await watch.ReadAsync(cancellationToken);
        var facts = new Dictionary<string, object> { ["neededThrough"] = Day(plan.NeededThrough), ["plannedThrough"] = plan.PlannedThrough is { } last ? Day(last) : "" };
        return plan.RunsOut
            ? HealthCheckResult.Degraded($"Holidays are planned through {facts["plannedThrough"]}, dates will need them through {facts["neededThrough"]}.", data: facts)
            : HealthCheckResult.Healthy(data: facts);
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
