using Microsoft.EntityFrameworkCore;
using OneStop.Identity.Contracts;
using OneStop.Identity.Data;
using OneStop.Kernel.Callers;
using OneStop.Kernel.Security;

namespace OneStop.Identity.Integrations;

internal sealed class AccountDirectory(IdentityDbContext context, IFieldProtector protector, ICallerContext callers) : IAccountDirectory
{
    public async Task<AccountContact?> ContactOfAsync(Guid accountId, CancellationToken cancellationToken) =>
        await context.Accounts.AsNoTracking().Where(a => a.Id == accountId)
            .Select(a => new AccountContact(a.Id, a.FullName, a.EmailConfirmed ? a.Email : null, a.Culture))
            .FirstOrDefaultAsync(cancellationToken);

    public async Task<ApplicantProfile?> ProfileOfAsync(Guid accountId, CancellationToken cancellationToken)
    {
        if (callers.Caller.Kind != CallerKind.System && callers.Caller.AccountId != accountId)
            return null;

        var account = await context.Accounts.AsNoTracking().FirstOrDefaultAsync(a => a.Id == accountId, cancellationToken);
        return account is null
            ? null
            : new ApplicantProfile(
                account.FullName, account.CitizenNumberProtected is { } number ? protector.Unprotect(number) : null, account.BirthDate, account.PhoneNumber,
                account.Email, account.Address, account.IsOrganisation);
    }

    public async Task<IReadOnlyDictionary<Guid, string>> NamesOfAsync(IReadOnlyCollection<Guid> accountIds, CancellationToken cancellationToken) =>
        await context.Accounts.AsNoTracking().Where(a => accountIds.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.FullName, cancellationToken);
}
