using Microsoft.AspNetCore.Routing;

namespace OneStop.Approvals;

internal static class ApprovalsApi
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
    }
}
