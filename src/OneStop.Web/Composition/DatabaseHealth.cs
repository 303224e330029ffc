using Microsoft.Extensions.Diagnostics.HealthChecks;
using OneStop.Kernel.Data;

namespace OneStop.Web.Composition;

internal sealed class DatabaseHealth(IDatabaseState database) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext _, CancellationToken cancellationToken = default) =>
        await database.AnswersAsync(cancellationToken) ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy("The database does not answer.");
}
