using OneStop.Identity.Contracts;
using OneStop.Kernel.Callers;

namespace OneStop.Catalogue;

internal static class Permissions
{
    public const string Import = "catalogue.import";
    public const string Close = "catalogue.close";

    public static readonly Permission[] All = [new(Import, Roles.ProcessAdmin), new(Close, Roles.ProcessAdmin)];
}
