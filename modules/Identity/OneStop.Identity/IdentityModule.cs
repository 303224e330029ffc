using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OneStop.Kernel.Callers;
using OneStop.Kernel.Modules;
using OneStop.Identity.Data;
using OneStop.Identity.Resources;

namespace OneStop.Identity;

public sealed class IdentityModule : IModule
{
    public string Name => "Identity";

    public string Schema => IdentityDbContext.SchemaName;

    public Type ContextType => typeof(IdentityDbContext);

    public IReadOnlyList<Permission> Permissions => [];

    public IReadOnlyList<MenuItem> Menu => [];

    public void Add(IServiceCollection services, IConfiguration configuration) => services.AddErrorTexts<IdentityTexts>();

    public void Map(IEndpointRouteBuilder endpoints)
    {
    }
}
