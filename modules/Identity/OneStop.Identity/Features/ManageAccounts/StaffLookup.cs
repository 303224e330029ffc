using Microsoft.AspNetCore.Identity;
using OneStop.Identity.Domain;

namespace OneStop.Identity.Features.ManageAccounts;

internal static class StaffLookup
{
    public static async Task<Account?> FindStaffAsync(this UserManager<Account> accounts, Guid id) =>
        await accounts.FindByIdAsync(id.ToString()) is { Kind: AccountKind.Staff } account ? account : null;
}
