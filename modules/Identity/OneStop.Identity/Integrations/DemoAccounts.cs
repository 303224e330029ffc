using Microsoft.EntityFrameworkCore;
using OneStop.Identity.Contracts;
using OneStop.Identity.Data;
using OneStop.Identity.Domain;

namespace OneStop.Identity.Integrations;

internal sealed class DemoAccounts(IdentityDbContext context) : IDemoAccounts
{
    public async Task<IReadOnlyList<AccountContact>> CitizensAsync(CancellationToken cancellationToken) =>
        await context.Accounts.AsNoTracking().Where(a => a.IsDemo && a.Kind == AccountKind.Citizen).OrderBy(a => a.CreatedAt).ThenBy(a => a.Email)
            .Select(a => new AccountContact(a.Id, a.FullName, a.Email, a.Culture)).ToListAsync(cancellationToken);
}
