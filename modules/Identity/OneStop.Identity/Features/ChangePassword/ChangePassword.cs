using Microsoft.AspNetCore.Identity;
using OneStop.Identity.Domain;
using OneStop.Identity.Integrations;
using OneStop.Kernel.Callers;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Results;

namespace OneStop.Identity.Features.ChangePassword;

[OpenToAll]
internal sealed record ChangePassword(string? Current, string? Password, string? PasswordAgain) : ICommand;

internal sealed class ChangePasswordHandler(
    UserManager<Account> accounts, PasswordRules passwords, AccountLetters letters, ICallerContext callers) : IHandler<ChangePassword, Done>
{
    public async Task<Result<Done>> Handle(ChangePassword request, CancellationToken cancellationToken)
    {
        if (!callers.Caller.IsSignedIn || await accounts.FindByIdAsync(callers.Caller.Id.ToString()) is not { } account)
            return Error.Forbidden(CommonErrors.SignInRequired);
        if (!await accounts.CheckPasswordAsync(account, request.Current ?? ""))
            return Error.Invalid(IdentityErrors.WrongPassword, nameof(ChangePassword.Current));
        if (await passwords.CheckAsync(account, request.Password!, nameof(ChangePassword.Password), cancellationToken) is { Count: > 0 } weak)
            return weak;

        await passwords.SetAsync(account, request.Password!, cancellationToken);
        letters.PasswordChanged(account);
        return Done.Value;
    }
}
