using OneStop.Kernel.Modules;

namespace OneStop.Web;

/// <summary>The modules of the product. Adding one is adding a line here.</summary>
public static class ModuleList
{
    /// <summary>Every module, in the order their seeds and endpoints are added.</summary>
    public static IReadOnlyList<IModule> All { get; } =
    [
        new Organisation.OrganisationModule(),
        new Identity.IdentityModule(),
        new Catalogue.CatalogueModule(),
        new Documents.DocumentsModule(),
        new Dossiers.DossiersModule(),
        new Approvals.ApprovalsModule(),
        new Notifications.NotificationsModule(),
    ];
}
