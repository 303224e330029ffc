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

[OpenToAll]
internal sealed record EnableTwoFactor(string? Code) : ICommand<IReadOnlyList<string>>;

[OpenToAll]
internal sealed record DisableTwoFactor(string? Password) : ICommand;

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

internal sealed class EnableTwoFactorHandler(UserManager<Account> accounts, ICallerContext callers) : IHandler<EnableTwoFactor, IReadOnlyList<string>>
{
    private const int RecoveryCodes = 10;

    public async Task<Result<IReadOnlyList<string>>> Handle(EnableTwoFactor request, CancellationToken cancellationToken)
    {
        if (!callers.Caller.IsSignedIn || await accounts.FindByIdAsync(callers.Caller.Id.ToString()) is not { } account)
            return Error.Forbidden(CommonErrors.SignInRequired);

        var code = (request.Code ?? "").Replace(" ", "", StringComparison.Ordinal);
        if (!await accounts.VerifyTwoFactorTokenAsync(account, TokenOptions.DefaultAuthenticatorProvider, code))
            return Error.Invalid(IdentityErrors.WrongCode, nameof(EnableTwoFactor.Code));

        await accounts.SetTwoFactorEnabledAsync(account, true);
        return (await accounts.GenerateNewTwoFactorRecoveryCodesAsync(account, RecoveryCodes))!.ToArray();
    }
}

internal sealed class DisableTwoFactorHandler(UserManager<Account> accounts, ICallerContext callers) : IHandler<DisableTwoFactor, Done>
{
    public async Task<Result<Done>> Handle(DisableTwoFactor request, CancellationToken cancellationToken)
    {
        if (!callers.Caller.IsSignedIn || await accounts.FindByIdAsync(callers.Caller.Id.ToString()) is not { } account)
            return Error.Forbidden(CommonErrors.SignInRequired);
        if (!await accounts.CheckPasswordAsync(account, request.Password ?? ""))
            return Error.Invalid(IdentityErrors.WrongPassword, nameof(DisableTwoFactor.Password));

        await accounts.SetTwoFactorEnabledAsync(account, false);
        await accounts.ResetAuthenticatorKeyAsync(account);
        return Done.Value;
    }
}
