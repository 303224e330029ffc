using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OneStop.Kernel.Callers;
using OneStop.Kernel.Modules;
using OneStop.Documents.Data;
using OneStop.Documents.Resources;

namespace OneStop.Documents;

public sealed class DocumentsModule : IModule
{
    public string Name => "Documents";

    public string Schema => DocumentsDbContext.SchemaName;

    public Type ContextType => typeof(DocumentsDbContext);

    public IReadOnlyList<Permission> Permissions => [];

    public IReadOnlyList<MenuItem> Menu => [];

    public void Add(IServiceCollection services, IConfiguration configuration) => services.AddErrorTexts<DocumentsTexts>();

    public void Map(IEndpointRouteBuilder endpoints)
    {
    }
}
