using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using OneStop.Identity.Contracts;
using OneStop.Identity.Data;
using OneStop.Identity.Data.Seeding;
using OneStop.Identity.Domain;
using OneStop.Identity.Features;
using OneStop.Identity.Features.ManageAccounts;
using OneStop.Identity.Integrations;
using OneStop.Identity.Resources;
using OneStop.Kernel.Callers;
using OneStop.Kernel.Modules;

namespace OneStop.Identity;

public sealed class IdentityModule : IModule
{
    internal const string PostLimit = "identity.posts";

    public string Name => "Identity";

    public string Schema => IdentityDbContext.SchemaName;

    public Type ContextType => typeof(IdentityDbContext);

    public IReadOnlyList<Permission> Permissions => IdentityPermissions.All;

    public IReadOnlyList<MenuItem> Menu =>
    [
        new(typeof(IdentityTexts), "Menu.Accounts", IdentityUrls.Accounts, "Users", MenuPlace.Administration, 20, IdentityPermissions.ManageAccounts),
    ];

    public void Add(IServiceCollection services, IConfiguration configuration)
    {
        services.AddErrorTexts<IdentityTexts>();
        services.AddOptions<IdentityModuleOptions>().BindConfiguration("Identity").ValidateDataAnnotations().ValidateOnStart();
        services.AddHttpContextAccessor();
        AddAccounts(services);
        AddSessions(services);
        services.AddOptions<RateLimiterOptions>().Configure<IOptions<IdentityModuleOptions>>((limiter, options) =>
            limiter.AddPolicy(PostLimit, context => LimitPosts(context, options.Value.PostsPerMinute)));

        services.AddScoped<IDemoAccounts, DemoAccounts>().AddScoped<IAccountDirectory, AccountDirectory>();
        services.AddScoped<IStaffAccounts, StaffAccounts>().AddScoped<ICallerDirectory, CallerDirectory>();
        services.AddSingleton<KeptFormsLimit>().AddScoped<KeptForms>().AddScoped<IKeptForms>(s => s.GetRequiredService<KeptForms>());
        services.AddSingleton<ICitizenNumberRules, CitizenNumberRules>();
        services.AddScoped<DemoAccountFactory>().AddScoped<AccountScope>();
        services.AddSingleton<IWelcomeLines, DemoWelcome>();
    }

    public void Map(IEndpointRouteBuilder endpoints) => endpoints.MapPost(IdentityUrls.SignOut, SignOutEndpoint.HandleAsync).AllowAnonymous();

    private static void AddAccounts(IServiceCollection services)
    {
        services.AddIdentityCore<Account>(o =>
            {
                o.User.RequireUniqueEmail = true;
                o.User.AllowedUserNameCharacters = "";
                o.ClaimsIdentity.SecurityStampClaimType = AccountPrincipalFactory.StampClaim;
            })
            .AddUserStore<AccountStore>()
            .AddDefaultTokenProviders();
        services.Configure<DataProtectionTokenProviderOptions>(o => o.TokenLifespan = TimeSpan.FromHours(3));
        services.AddScoped<IUserClaimsPrincipalFactory<Account>, AccountPrincipalFactory>();
        services.AddSingleton<PostNews>();
        services.AddScoped<CallerBuilder>().AddScoped<StartPage>().AddScoped<AccountSession>().AddScoped<AccountLetters>().AddScoped<PasswordRules>().AddScoped<WrongGuesses>();
    }

    private static void AddSessions(IServiceCollection services)
    {
        services.AddAuthentication(o =>
        {
            o.DefaultScheme = IdentityConstants.ApplicationScheme;
            o.DefaultSignInScheme = IdentityConstants.ApplicationScheme;
        }).AddCookie(IdentityConstants.ApplicationScheme).AddCookie(IdentityConstants.TwoFactorUserIdScheme, o =>
        {
            o.Cookie.Name = "onestop-2";
            o.ExpireTimeSpan = TimeSpan.FromMinutes(5);
        });
        services.AddOptions<CookieAuthenticationOptions>(IdentityConstants.ApplicationScheme)
            .Configure<IOptions<IdentityModuleOptions>>((cookie, options) => SessionCookie.Configure(cookie, options.Value));
        services.AddScoped<AuthenticationStateProvider, CircuitAuthentication>();
    }

    // Reading the pages is free; sending them is counted by address.
    private static RateLimitPartition<string> LimitPosts(HttpContext context, int perMinute) =>
        HttpMethods.IsPost(context.Request.Method)
            ? RateLimitPartition.GetSlidingWindowLimiter(
                context.Connection.RemoteIpAddress?.ToString() ?? "",
                _ => new SlidingWindowRateLimiterOptions { PermitLimit = perMinute, Window = TimeSpan.FromMinutes(1), SegmentsPerWindow = 6 })
            : RateLimitPartition.GetNoLimiter("");
}
