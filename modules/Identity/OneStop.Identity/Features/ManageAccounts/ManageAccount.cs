using Microsoft.AspNetCore.Identity;
using OneStop.Identity.Domain;
using OneStop.Identity.Integrations;
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

// Opens a closed account again, and one that rests after wrong passwords.
[Requires(IdentityPermissions.ManageAccounts)]
internal sealed record ReopenAccount(Guid AccountId) : ICommand, IAudited
{
    public string AuditSubject => AccountId.ToString();
}

// Sends the letter with which the person sets a new password; nobody ever learns another's password.
[Requires(IdentityPermissions.ManageAccounts)]
internal sealed record SendPasswordReset(Guid AccountId) : ICommand, IAudited
{
    public string AuditSubject => AccountId.ToString();
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

internal sealed class SendPasswordResetHandler(UserManager<Account> accounts, AccountScope scope, AccountLetters letters) : IHandler<SendPasswordReset, Done>
{
    public async Task<Result<Done>> Handle(SendPasswordReset request, CancellationToken cancellationToken)
    {
        if (await accounts.FindStaffAsync(request.AccountId) is not { } account || !await scope.CoversAsync(account.Id, cancellationToken))
            return Error.NotFound(IdentityErrors.UnknownAccount);

        await letters.ResetPasswordAsync(account);
        return Done.Value;
    }
}

internal static class StaffLookup
{
    public static async Task<Account?> FindStaffAsync(this UserManager<Account> accounts, Guid id) =>
        await accounts.FindByIdAsync(id.ToString()) is { Kind: AccountKind.Staff } account ? account : null;
}
