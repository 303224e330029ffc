using OneStop.UI;

namespace OneStop.Catalogue.Components;

internal static class LifeEventIcons
{
    public static IconName Of(string icon) => Enum.TryParse<IconName>(icon, out var name) ? name : IconName.FileText;
}
