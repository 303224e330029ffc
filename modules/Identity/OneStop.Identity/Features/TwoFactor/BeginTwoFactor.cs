using Microsoft.AspNetCore.Identity;
using OneStop.Identity.Domain;
using OneStop.Kernel.Callers;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Results;

namespace OneStop.Identity.Features.TwoFactor;

// What the person has to type or scan into an authenticator app; made anew until it is switched on.
[OpenToAll]
internal sealed record BeginTwoFactor : ICommand<AuthenticatorSecret>;

internal sealed record AuthenticatorSecret(string Key, string Uri);

internal sealed class BeginTwoFactorHandler(UserManager<Account> accounts, ICallerContext callers) : IHandler<BeginTwoFactor, AuthenticatorSecret>
{
    private const string Issuer = "OneStop";

    public async Task<Result<AuthenticatorSecret>> Handle(BeginTwoFactor request, CancellationToken cancellationToken)
    {
        if (!callers.Caller.IsSignedIn || await accounts.FindByIdAsync(callers.Caller.Id.ToString()) is not { } account)
            return Error.Forbidden(CommonErrors.SignInRequired);

        if (await accounts.GetAuthenticatorKeyAsync(account) is null)
            await accounts.ResetAuthenticatorKeyAsync(account);
        var key = (await accounts.GetAuthenticatorKeyAsync(account))!;
        return new AuthenticatorSecret(key, $"otpauth://totp/{Issuer}:{Uri.EscapeDataString(account.UserName!)}?secret={key}&issuer={Issuer}&digits=6");
    }
}
