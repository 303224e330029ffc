using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using OneStop.Kernel.Jobs;
using OneStop.UI;
using OneStop.Web.Components;
using OneStop.Web.Security;

namespace OneStop.Web.Composition;

internal static class HostPipeline
{
    public static void UseOneStopHost(this WebApplication app)
    {
        app.UseFirstAnswer();
        app.UseRequestLocalization();
        app.UseSecurityHeaders();
        app.UseRetryAdvice();
        app.UseWhen(c => !c.Request.Path.StartsWithSegments("/api"), pages =>
        {
            pages.UseLanguageOfAddress();
            // Outside the exception handler, so that a 503 it leaves without a body gets its page too.
            pages.UseStatusCodePagesWithReExecute("/loi/{0}", createScopeForStatusCodePages: true);
            pages.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandlingPath = "/loi/500", CreateScopeForErrors = true });
            // An error page is read, whatever was being sent; as a POST it would be refused for want of a form, as a PUT it would not be found.
            pages.Use((context, next) =>
            {
                if (context.Features.Get<IStatusCodeReExecuteFeature>() is not null || context.Features.Get<IExceptionHandlerFeature>() is not null)
                    context.Request.Method = HttpMethods.Get;
                return next(context);
            });
        });
        app.UseWhen(c => c.Request.Path.StartsWithSegments("/api"), api =>
        {
            api.UseExceptionHandler();
            api.UseStatusCodePages();
        });
        app.UseRouting();
        app.UseAuthentication();
        app.UseRateLimiter();
        app.UseAuthorization();
        app.UseAntiforgery();
        app.UseOutputCache();
        // Inside the cache, so that a kept page is compressed once.
        app.UseResponseCompression();

        app.MapStaticAssets().AllowAnonymous();
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false }).AllowAnonymous();
        app.MapHealthChecks("/health/ready", new HealthCheckOptions { Predicate = c => c.Tags.Contains("ready") }).AllowAnonymous();
        app.MapOpenApi("/openapi/{documentName}.json").AllowAnonymous();
        app.MapDisplaySwitches();
        foreach (var module in ModuleList.All)
            module.Map(app);
        // Without it an address that does not exist would ask visitors to sign in.
        app.MapFallback("{*path}", () => Results.NotFound()).AllowAnonymous().ExcludeFromDescription();
        app.MapRazorComponents<App>()
            // The policy of SecurityHeaders says it all; Blazor's own would come first and stand alone.
            .AddInteractiveServerRenderMode(o => o.ContentSecurityFrameAncestorsPolicy = null)
            .AddAdditionalAssemblies([.. ModuleList.All.Select(m => m.GetType().Assembly)])
            .Add(StaticPages.WithoutCircuitState);
    }

    private static void UseFirstAnswer(this WebApplication app)
    {
        var answer = app.Services.GetRequiredService<FirstAnswer>();
        app.Use((context, next) =>
        {
            if (!answer.IsGiven)
                context.Response.OnCompleted(answer.GiveAsync);
            return next(context);
        });
    }
}
