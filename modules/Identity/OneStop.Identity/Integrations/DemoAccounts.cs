using Microsoft.EntityFrameworkCore;
using OneStop.Identity.Contracts;
using OneStop.Identity.Data;
using OneStop.Identity.Domain;

namespace OneStop.Identity.Integrations;

internal sealed class DemoAccounts(IdentityDbContext context) : IDemoAccounts
{
    public async Task<IReadOnlyList<AccountContact>> CitizensAsync(CancellationToken cancellationToken)
    {
        var found = await context.Accounts.AsNoTracking().Where(a => a.IsDemo && a.Kind == AccountKind.Citizen)
            .Select(a => new AccountContact(a.Id, a.FullName, a.Email, a.Culture)).ToListAsync(cancellationToken);
        // Identifiers ascend as they were made, also within one moment; ordered here, because SQL Server orders them by their last bytes.
        return [.. found.OrderBy(a => a.AccountId)];
    }
}
