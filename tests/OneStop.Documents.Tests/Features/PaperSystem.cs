using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using OneStop.Documents.Contracts;
using OneStop.Documents.Data;
using OneStop.Dossiers.Contracts.Events;
using OneStop.Kernel.Events;
using OneStop.Kernel.Modules;
using OneStop.TestKit;

namespace OneStop.Documents.Tests.Features;

/// <summary>The module alone, with papers told to it as Dossiers would.</summary>
public sealed class PaperSystem : TestSystem
{
    protected override IReadOnlyList<IModule> Modules => [new DocumentsModule()];

    internal async Task TellAsync(params IIntegrationEvent[] told)
    {
        await InScopeAsync(async services =>
        {
            var context = services.GetRequiredService<DocumentsDbContext>();
            foreach (var one in told)
                context.Raise(one, Clock.Now);
            await context.SaveChangesAsync();
        });
        await DeliverEventsAsync();
    }

    internal PaperIssued Issued(Guid dossierId, string sha256, string? replaces = null) => new(
        dossierId, PaperCode.Of(dossierId, "result", Guid.NewGuid()), "result", "QUYẾT ĐỊNH Về việc trợ cấp", "12/QĐ-UBND", "Ủy ban nhân dân Phường Phúc Xá",
        "H26.11.22.33-260205-0001", sha256, Clock.Now, replaces);

    protected override void ConfigureServices(IServiceCollection services) => services.AddRateLimiter(_ => { });
}
