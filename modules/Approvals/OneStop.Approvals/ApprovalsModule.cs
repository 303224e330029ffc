using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OneStop.Kernel.Callers;
using OneStop.Kernel.Modules;
using OneStop.Approvals.Data;
using OneStop.Approvals.Resources;

namespace OneStop.Approvals;

public sealed class ApprovalsModule : IModule
{
    public string Name => "Approvals";

    public string Schema => ApprovalsDbContext.SchemaName;

    public Type ContextType => typeof(ApprovalsDbContext);

    public IReadOnlyList<Permission> Permissions => [];

    public IReadOnlyList<MenuItem> Menu => [];

    public void Add(IServiceCollection services, IConfiguration configuration) => services.AddErrorTexts<ApprovalsTexts>();

    public void Map(IEndpointRouteBuilder endpoints)
    {
    }
}
