using OneStop.Kernel.Modules;
using OneStop.UI;

namespace OneStop.Web.Shell;

// The doors of each room in their order. Modules do not change while the host runs, so this is sorted once and not for every page.
internal sealed class ShellMenus(IEnumerable<IModule> modules)
{
    private readonly IReadOnlyList<ShellDoor> citizen = DoorsOf(modules, MenuPlace.Citizen);
    private readonly IReadOnlyList<ShellDoor> staff = DoorsOf(modules, MenuPlace.Staff, MenuPlace.Administration);

    public IReadOnlyList<ShellDoor> Of(ShellRoom room) => room switch
    {
        ShellRoom.Citizen => citizen,
        ShellRoom.Staff => staff,
        _ => [],
    };

    private static ShellDoor[] DoorsOf(IEnumerable<IModule> modules, params MenuPlace[] places) =>
    [
        .. modules.SelectMany(m => m.Menu).Where(i => places.Contains(i.Place)).OrderBy(i => i.Place).ThenBy(i => i.Order)
            .Select(i => new ShellDoor(i, Enum.TryParse<IconName>(i.Icon, out var icon) ? icon : IconName.None)),
    ];
}

internal sealed record ShellDoor(MenuItem Item, IconName Icon);
