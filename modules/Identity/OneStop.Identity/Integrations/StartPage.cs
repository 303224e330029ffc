using OneStop.Kernel.Callers;
using OneStop.Kernel.Modules;

namespace OneStop.Identity.Integrations;

// Where somebody begins: an official at the first entry of the menu that is open to them, work before administration.
internal sealed class StartPage(IEnumerable<IModule> modules, PermissionCatalogue permissions)
{
    public string Of(Caller caller) => caller.Kind != CallerKind.Staff
        ? IdentityUrls.CitizenHome
        : modules.SelectMany(m => m.Menu)
            .Where(i => i.Place != MenuPlace.Citizen && i.Permission is { } permission && permissions.Allows(caller, permission))
            .OrderBy(i => i.Place).ThenBy(i => i.Order)
            .Select(i => i.Href).FirstOrDefault() ?? IdentityUrls.Profile;
}
