using Microsoft.AspNetCore.Diagnostics;
using OneStop.Kernel.Data;

namespace OneStop.Web.Composition;

// A locked, full or restarting database is not a bug: say when to come back instead of failing with 500.
internal sealed class UnavailableHandler(IDatabase database) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext context, Exception exception, CancellationToken cancellationToken)
    {
        if (!database.IsUnavailable(exception) && exception is not IOException)
            return false;

        context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        context.Response.Headers.RetryAfter = "30";
        if (context.Request.Path.StartsWithSegments("/api"))
            await Results.Problem(statusCode: StatusCodes.Status503ServiceUnavailable).ExecuteAsync(context);
        return true;
    }
}
