using Microsoft.AspNetCore.Components.Authorization;
using OneStop.Kernel.Callers;
using OneStop.Kernel.Time;

namespace OneStop.Web.Security;

// In a request the caller is the request's user; in a circuit it is the circuit's, which is checked again while it lives.
internal sealed class HostCallerSource(IHttpContextAccessor http, IServiceProvider services, TimeProvider time) : ICallerSource
{
    public async ValueTask<Caller> GetAsync()
    {
        if (http.HttpContext is { WebSockets.IsWebSocketRequest: false } context && !context.Request.Path.StartsWithSegments("/_blazor"))
            return Today(CallerClaims.FromPrincipal(context.User));

        var state = await services.GetRequiredService<AuthenticationStateProvider>().GetAuthenticationStateAsync();
        return Today(CallerClaims.FromPrincipal(state.User));
    }

    private Caller Today(Caller caller) => caller.On(time.GetUtcNow().VietnamDate());
}
