using Microsoft.AspNetCore.Identity;
using OneStop.Identity.Domain;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Results;

namespace OneStop.Identity.Features.ManageAccounts;

// Opens a closed account again, and one that rests after wrong passwords.
[Requires(IdentityPermissions.ManageAccounts)]
internal sealed record ReopenAccount(Guid AccountId) : ICommand, IAudited
{
    public string AuditSubject => AccountId.ToString();
}

internal sealed class ReopenAccountHandler(UserManager<Account> accounts, AccountScope scope) : IHandler<ReopenAccount, Done>
{
    public async Task<Result<Done>> Handle(ReopenAccount request, CancellationToken cancellationToken)
    {
        if (await accounts.FindStaffAsync(request.AccountId) is not { } account || !await scope.CoversAsync(account.Id, cancellationToken))
            return Error.NotFound(IdentityErrors.UnknownAccount);

        account.ClosedAt = null;
        account.ClosedReason = null;
        account.LockoutEnd = null;
        account.AccessFailedCount = 0;
        await accounts.UpdateAsync(account);
        return Done.Value;
    }
}
