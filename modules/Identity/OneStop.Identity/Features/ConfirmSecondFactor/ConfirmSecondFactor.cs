using Microsoft.AspNetCore.Identity;
using OneStop.Identity.Domain;
using OneStop.Identity.Integrations;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Results;

namespace OneStop.Identity.Features.ConfirmSecondFactor;

// The account is the one whose password was right a moment ago; the page knows it from its cookie. A code of ten signs is a recovery code.
[OpenToAll]
internal sealed record ConfirmSecondFactor(Guid AccountId, string? Code) : ICommand<bool>;

internal sealed class ConfirmSecondFactorHandler(UserManager<Account> accounts, WrongGuesses guesses, TimeProvider time) : IHandler<ConfirmSecondFactor, bool>
{
    public async Task<Result<bool>> Handle(ConfirmSecondFactor request, CancellationToken cancellationToken)
    {
        var code = (request.Code ?? "").Replace(" ", "", StringComparison.Ordinal).Trim();
        var account = await accounts.FindByIdAsync(request.AccountId.ToString());
        if (account is not { TwoFactorEnabled: true } || !account.IsOpen(time.GetUtcNow()))
            return false;

        var isRight = code.Length == 6 && code.All(char.IsAsciiDigit)
            ? await accounts.VerifyTwoFactorTokenAsync(account, TokenOptions.DefaultAuthenticatorProvider, code)
            : (await accounts.RedeemTwoFactorRecoveryCodeAsync(account, code.ToUpperInvariant())).Succeeded;
        if (!isRight)
        {
            await guesses.CountAsync(account, cancellationToken);
            return false;
        }

        await guesses.ForgetAsync(account, cancellationToken);
        account.LastSignInAt = time.GetUtcNow();
        return true;
    }
}
