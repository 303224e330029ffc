using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OneStop.Kernel.Callers;
using OneStop.Kernel.Modules;
using OneStop.Catalogue.Data;
using OneStop.Catalogue.Resources;

namespace OneStop.Catalogue;

public sealed class CatalogueModule : IModule
{
    public string Name => "Catalogue";

    public string Schema => CatalogueDbContext.SchemaName;

    public Type ContextType => typeof(CatalogueDbContext);

    public IReadOnlyList<Permission> Permissions => [];

    public IReadOnlyList<MenuItem> Menu => [];

    public void Add(IServiceCollection services, IConfiguration configuration) => services.AddErrorTexts<CatalogueTexts>();

    public void Map(IEndpointRouteBuilder endpoints)
    {
    }
}
