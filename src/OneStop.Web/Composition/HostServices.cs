using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.ResponseCompression;
using OneStop.Kernel.Callers;
using OneStop.Kernel.Modules;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Texts;
using OneStop.UI;
using OneStop.Web.Security;
using OneStop.Web.Shell;

namespace OneStop.Web.Composition;

internal static class HostServices
{
    private const long KeptPagesLimit = 32L * 1024 * 1024;
    private const long LargestUpload = 210L * 1024 * 1024;

    public static void AddOneStopHost(this WebApplicationBuilder builder)
    {
        DevelopmentKeys.Ensure(builder);
        // Event handlers and jobs have no reader; what they write is Vietnamese first.
        CultureInfo.DefaultThreadCurrentCulture = ReadersCulture.Vietnamese;
        CultureInfo.DefaultThreadCurrentUICulture = ReadersCulture.Vietnamese;
        builder.AddObservability();
        var services = builder.Services;
        services.AddOneStop(builder.Configuration, ModuleList.All);
        services.AddHttpContextAccessor();
        services.AddScoped<ICallerSource, HostCallerSource>();
        services.AddScoped<IDispatcher, HostDispatcher>();
        services.AddOptions<CityOptions>().BindConfiguration("City").ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<ShellMenus>().AddScoped<IShell, HostShell>().AddSingleton<VisitorFrames>();
        services.AddScoped<IOfficeTime, HostOfficeTime>();

        // Vietnamese is written as it is, not as numbers: pages come out a third smaller.
        services.AddWebEncoders(o => o.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.AddRazorComponents().AddInteractiveServerComponents();
        services.AddAuthentication();
        services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        services.AddSingleton<IAuthorizationPolicyProvider, PermissionPolicyProvider>();
        services.AddSingleton<IAuthorizationHandler, PermissionHandler>();
        services.AddAntiforgery(o => o.HeaderName = "X-CSRF-TOKEN");

        services.Configure<RequestLocalizationOptions>(o =>
        {
            CultureInfo[] cultures = [ReadersCulture.Vietnamese, ReadersCulture.English];
            o.DefaultRequestCulture = new RequestCulture(cultures[0]);
            o.SupportedCultures = cultures;
            o.SupportedUICultures = cultures;
            // Vietnamese unless the reader says otherwise; the browser's own language is not a wish.
            o.RequestCultureProviders = [new QueryStringRequestCultureProvider { QueryStringKey = DisplayEndpoints.LanguageKey, UIQueryStringKey = DisplayEndpoints.LanguageKey }, new CookieRequestCultureProvider()];
        });
        services.AddProblemDetails();
        services.AddExceptionHandler<UnavailableHandler>();
        services.AddOpenApi("v1");
        services.AddOutputCache(o => o.SizeLimit = KeptPagesLimit);
        services.AddRateLimiter(o => o.RejectionStatusCode = StatusCodes.Status429TooManyRequests);
        services.AddResponseCompression(o =>
        {
            o.EnableForHttps = true;
            o.Providers.Add<BrotliCompressionProvider>();
            o.Providers.Add<GzipCompressionProvider>();
        });
        services.Configure<FormOptions>(o => o.MultipartBodyLengthLimit = LargestUpload);
        builder.WebHost.ConfigureKestrel(o =>
        {
            o.Limits.MaxRequestBodySize = LargestUpload;
            o.AddServerHeader = false;
        });
        services.AddHealthChecks().AddCheck<DatabaseHealth>("database", tags: ["ready"]);
    }
}
