using Microsoft.AspNetCore.Identity;
using OneStop.Identity.Domain;
using OneStop.Kernel.Callers;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Results;

namespace OneStop.Identity.Features.ManageAccounts;

[Requires(IdentityPermissions.ManageAccounts)]
internal sealed record CloseAccount(Guid AccountId, string? Reason) : ICommand, IAudited
{
    public string AuditSubject => AccountId.ToString();

    public string? AuditReason => Reason;
}

internal sealed class CloseAccountHandler(UserManager<Account> accounts, AccountScope scope, ICallerContext callers, TimeProvider time)
    : IHandler<CloseAccount, Done>
{
    public async Task<Result<Done>> Handle(CloseAccount request, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(request.Reason))
            return Error.Invalid(IdentityErrors.ReasonRequired, nameof(CloseAccount.Reason));
        if (request.AccountId == callers.Caller.AccountId)
            return Error.RuleBroken(IdentityErrors.NotYourself);
        if (await accounts.FindStaffAsync(request.AccountId) is not { } account || !await scope.CoversAsync(account.Id, cancellationToken))
            return Error.NotFound(IdentityErrors.UnknownAccount);

        account.ClosedAt = time.GetUtcNow();
        account.ClosedReason = request.Reason.Trim();
        await accounts.UpdateSecurityStampAsync(account);
        return Done.Value;
    }
}
