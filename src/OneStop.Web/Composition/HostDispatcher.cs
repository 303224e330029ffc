using OneStop.Kernel.Callers;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Results;

namespace OneStop.Web.Composition;

// Sends as whoever is signed in. What could not be done for now makes the whole answer a 503, whichever page or endpoint gives it:
// the page still shows its message and what was typed, and programs and proxies learn that it may pass later.
internal sealed class HostDispatcher(ICallerSource callers, ISystemDispatcher dispatcher, IHttpContextAccessor http) : IDispatcher
{
    public async Task<Result<T>> Send<T>(IRequest<T> request, CancellationToken cancellationToken = default)
    {
        var result = await dispatcher.SendAs(await callers.GetAsync(), request, cancellationToken);
        if (result.IsFailure && result.Error.Kind == ErrorKind.Unavailable && http.HttpContext is { Response.HasStarted: false, WebSockets.IsWebSocketRequest: false } context)
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        return result;
    }
}
