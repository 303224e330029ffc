using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OneStop.Dossiers.Data;
using OneStop.Dossiers.Features.CountPromises;
using OneStop.Dossiers.Features.ListWaiting;
using OneStop.Dossiers.Jobs;
using OneStop.Dossiers.Resources;
using OneStop.Kernel.Callers;
using OneStop.Kernel.Jobs;
using OneStop.Kernel.Modules;
using OneStop.UI;

namespace OneStop.Dossiers;

public sealed class DossiersModule : IModule
{
    public string Name => "Dossiers";

    public string Schema => DossiersDbContext.SchemaName;

    public Type ContextType => typeof(DossiersDbContext);

    public IReadOnlyList<Permission> Permissions => [.. CitizenRegistration.Permissions, .. DeskPermissions.All];

    public IReadOnlyList<MenuItem> Menu => [.. CitizenRegistration.Menu, .. DeskRegistration.Menu];

    public void Add(IServiceCollection services, IConfiguration configuration)
    {
        services.AddErrorTexts<DossiersTexts>();
        services.AddMemoryCache();
        services.AddSingleton(new HomePanel(typeof(WaitingPanel), HomePlace.Waiting, 10));
        services.AddSingleton(new HomePanel(typeof(PromisesPanel), HomePlace.Figures, 10)).AddSingleton<PromiseBoard>().AddWorker<CountPromisesJob>();
        CitizenRegistration.Add(services);
        DeskRegistration.Add(services, configuration);
    }

    public void Map(IEndpointRouteBuilder endpoints)
    {
        CitizenRegistration.Map(endpoints);
        DeskRegistration.Map(endpoints);
    }
}
