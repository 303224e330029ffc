using Microsoft.AspNetCore.Identity;
using OneStop.Identity.Domain;
using OneStop.Kernel.Callers;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Results;

namespace OneStop.Identity.Features.TwoFactor;

[OpenToAll]
internal sealed record EnableTwoFactor(string? Code) : ICommand<IReadOnlyList<string>>;

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
