using Microsoft.AspNetCore.Identity;
using OneStop.Identity.Domain;
using OneStop.Kernel.Callers;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Results;

namespace OneStop.Identity.Features.TwoFactor;

[OpenToAll]
internal sealed record DisableTwoFactor(string? Password) : ICommand;

internal sealed class DisableTwoFactorHandler(UserManager<Account> accounts, ICallerContext callers) : IHandler<DisableTwoFactor, Done>
{
    public async Task<Result<Done>> Handle(DisableTwoFactor request, CancellationToken cancellationToken)
    {
        if (!callers.Caller.IsSignedIn || await accounts.FindByIdAsync(callers.Caller.Id.ToString()) is not { } account)
            return Error.Forbidden(CommonErrors.SignInRequired);
        if (!await accounts.CheckPasswordAsync(account, request.Password ?? ""))
            return Error.Invalid(IdentityErrors.WrongPassword, nameof(DisableTwoFactor.Password));

        var isOff = (await accounts.SetTwoFactorEnabledAsync(account, false)).Succeeded && (await accounts.ResetAuthenticatorKeyAsync(account)).Succeeded;
        return isOff ? Done.Value : Error.Conflict(CommonErrors.ChangedMeanwhile);
    }
}
