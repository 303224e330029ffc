using Microsoft.AspNetCore.Identity;
using OneStop.Identity.Domain;
using OneStop.Kernel.Callers;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Results;

namespace OneStop.Identity.Features.SignOutEverywhere;

[OpenToAll]
internal sealed record SignOutEverywhere : ICommand;

internal sealed class SignOutEverywhereHandler(UserManager<Account> accounts, ICallerContext callers) : IHandler<SignOutEverywhere, Done>
{
    public async Task<Result<Done>> Handle(SignOutEverywhere request, CancellationToken cancellationToken)
    {
        if (!callers.Caller.IsSignedIn || await accounts.FindByIdAsync(callers.Caller.Id.ToString()) is not { } account)
            return Error.Forbidden(CommonErrors.SignInRequired);

        await accounts.UpdateSecurityStampAsync(account);
        return Done.Value;
    }
}
