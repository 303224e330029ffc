using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OneStop.Catalogue.Components;
using OneStop.Catalogue.Contracts;
using OneStop.Catalogue.Data;
using OneStop.Catalogue.Features.ProceduresApi;
using OneStop.Catalogue.Import;
using OneStop.Catalogue.Integrations;
using OneStop.Catalogue.Resources;
using OneStop.Catalogue.Search;
using OneStop.Kernel.Callers;
using OneStop.Kernel.Modules;
using OneStop.UI;

namespace OneStop.Catalogue;

public sealed class CatalogueModule : IModule
{
    public string Name => "Catalogue";

    public string Schema => CatalogueDbContext.SchemaName;

    public Type ContextType => typeof(CatalogueDbContext);

    public IReadOnlyList<Permission> Permissions => Catalogue.Permissions.All;

    public IReadOnlyList<MenuItem> Menu =>
        [new(typeof(CatalogueTexts), "Menu.Procedures", CatalogueUrls.Search, "FileText", MenuPlace.Citizen, 10, null)];

    public void Add(IServiceCollection services, IConfiguration configuration)
    {
        services.AddErrorTexts<CatalogueTexts>();
        services.AddMemoryCache();
        services.AddSingleton<CatalogueIndex>();
        services.AddSingleton<CatalogueImport>();
        services.AddSingleton<CatalogueQueries>().AddScoped<ICatalogue, CatalogueDirectory>();
        services.AddSingleton(new HomePanel(typeof(LifeEventsPanel), HomePlace.Start, 10));
        services.AddOutputCache(options => options.AddPolicy(CataloguePageCache.Name, CataloguePageCache.Instance));
    }

    public void Map(IEndpointRouteBuilder endpoints) => ProceduresEndpoints.Map(endpoints);
}
