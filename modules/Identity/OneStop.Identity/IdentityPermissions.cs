using OneStop.Identity.Contracts;
using OneStop.Kernel.Callers;

namespace OneStop.Identity;

internal static class IdentityPermissions
{
    public const string ManageAccounts = "identity.manage_accounts";

    public static IReadOnlyList<Permission> All { get; } = [new(ManageAccounts, Roles.UnitAdmin, Roles.SystemAdmin)];
}
