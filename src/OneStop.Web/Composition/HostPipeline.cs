using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using OneStop.UI;
using OneStop.Web.Components;
using OneStop.Web.Security;

namespace OneStop.Web.Composition;

internal static class HostPipeline
{
    public static void UseOneStopHost(this WebApplication app)
    {
        app.UseResponseCompression();
        app.UseRequestLocalization();
        app.UseSecurityHeaders();
        app.UseWhen(c => !c.Request.Path.StartsWithSegments("/api"), pages =>
        {
            pages.UseExceptionHandler("/loi/500");
            pages.UseStatusCodePagesWithReExecute("/loi/{0}");
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

        app.MapStaticAssets().AllowAnonymous();
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false }).AllowAnonymous();
        app.MapHealthChecks("/health/ready", new HealthCheckOptions { Predicate = c => c.Tags.Contains("ready") }).AllowAnonymous();
        app.MapOpenApi("/openapi/{documentName}.json").AllowAnonymous();
        app.MapDisplaySwitches();
        foreach (var module in ModuleList.All)
            module.Map(app);
        app.MapRazorComponents<App>()
            .AddInteractiveServerRenderMode()
            .AddAdditionalAssemblies([.. ModuleList.All.Select(m => m.GetType().Assembly)]);
    }
}
