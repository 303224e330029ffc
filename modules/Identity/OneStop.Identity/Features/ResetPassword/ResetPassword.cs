using Microsoft.AspNetCore.Identity;
using OneStop.Identity.Domain;
using OneStop.Identity.Integrations;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Results;

namespace OneStop.Identity.Features.ResetPassword;

[OpenToAll]
internal sealed record ResetPassword(Guid AccountId, string? Token, string? Password, string? PasswordAgain) : ICommand, IAudited
{
    public string AuditSubject => AccountId.ToString();
}

internal sealed class ResetPasswordHandler(UserManager<Account> accounts, PasswordRules passwords, AccountLetters letters) : IHandler<ResetPassword, Done>
{
    public async Task<Result<Done>> Handle(ResetPassword request, CancellationToken cancellationToken)
    {
        var account = await accounts.FindByIdAsync(request.AccountId.ToString());
        if (account is not { ClosedAt: null } || AccountLetters.Decode(request.Token) is not { } token || !await IsGoodAsync(account, token))
            return Error.RuleBroken(IdentityErrors.LinkExpired);
        if (await passwords.CheckAsync(account, request.Password!, nameof(ResetPassword.Password), cancellationToken) is { Count: > 0 } weak)
            return weak;

        // Whoever reads the letter owns the address, and a forgotten password is no attack.
        account.EmailConfirmed = true;
        account.LockoutEnd = null;
        account.AccessFailedCount = 0;
        await passwords.SetAsync(account, request.Password!, cancellationToken);
        letters.PasswordChanged(account);
        return Done.Value;
    }

    private Task<bool> IsGoodAsync(Account account, string token) =>
        accounts.VerifyUserTokenAsync(account, accounts.Options.Tokens.PasswordResetTokenProvider, UserManager<Account>.ResetPasswordTokenPurpose, token);
}
