using OneStop.Approvals;
using OneStop.Catalogue;
using OneStop.Documents;
using OneStop.Dossiers;
using OneStop.Identity;
using OneStop.Kernel.Modules;
using OneStop.Notifications;
using OneStop.Organisation;

namespace OneStop.TestKit;

public static class ProductModules
{
    public static IReadOnlyList<IModule> All { get; } =
    [
        new OrganisationModule(), new IdentityModule(), new CatalogueModule(), new DossiersModule(), new ApprovalsModule(), new DocumentsModule(), new NotificationsModule(),
    ];
}
