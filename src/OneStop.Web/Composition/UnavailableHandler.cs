using Microsoft.AspNetCore.Diagnostics;
using OneStop.Kernel.Data;
using OneStop.Kernel.Http;

namespace OneStop.Web.Composition;

// A locked, full or restarting database and a full disk are not bugs: say so instead of failing with 500.
internal sealed class UnavailableHandler(IDatabase database) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext context, Exception exception, CancellationToken cancellationToken)
    {
        // A body that is too large or broken off is an IOException too, but the sender's.
        int? status = exception is BadHttpRequestException bad ? bad.StatusCode
            : database.IsUnavailable(exception) || exception is IOException or UnavailableException ? StatusCodes.Status503ServiceUnavailable
            : null;
        if (status is not { } code)
            return false;

        context.Response.StatusCode = code;
        if (context.Request.Path.StartsWithSegments("/api"))
            await Results.Problem(statusCode: code).ExecuteAsync(context);
        return true;
    }
}

internal static class RetryAdvice
{
    private const string Seconds = "30";

    public static void UseRetryAdvice(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        context.Response.OnStarting(() =>
        {
            if (context.Response is { StatusCode: StatusCodes.Status503ServiceUnavailable, Headers.RetryAfter.Count: 0 } response)
                response.Headers.RetryAfter = Seconds;
            return Task.CompletedTask;
        });
        return next(context);
    });
}
