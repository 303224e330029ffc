using Microsoft.AspNetCore.Identity;
using OneStop.Identity.Domain;
using OneStop.Identity.Integrations;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Results;

namespace OneStop.Identity.Features.ManageAccounts;

// Sends the letter with which the person sets a new password; nobody ever learns another's password.
[Requires(IdentityPermissions.ManageAccounts)]
internal sealed record SendPasswordReset(Guid AccountId) : ICommand, IAudited
{
    public string AuditSubject => AccountId.ToString();
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
