using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.DependencyInjection;

namespace OneStop.Dossiers.Features.TrackDossier;

// Bounds how many look-ups one address can have under way on this node; the counts that slow guessing over all nodes are LookupGuard's.
internal static class TrackingLimits
{
    public const string Policy = "tracking";
    private const int PerMinute = 60;

    public static void Add(IServiceCollection services) => services.Configure<RateLimiterOptions>(o => o.AddPolicy(Policy, PartitionOf));

    public static string AddressOf(HttpContext context) => context.Connection.RemoteIpAddress?.MapToIPv6().ToString() ?? "unknown";

    private static RateLimitPartition<string> PartitionOf(HttpContext context) => HttpMethods.IsPost(context.Request.Method)
        ? RateLimitPartition.GetFixedWindowLimiter(AddressOf(context), _ => new FixedWindowRateLimiterOptions { PermitLimit = PerMinute, Window = TimeSpan.FromMinutes(1) })
        : RateLimitPartition.GetNoLimiter("reading");
}
