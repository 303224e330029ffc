using Microsoft.AspNetCore.Identity;
using OneStop.Identity.Domain;
using OneStop.Identity.Integrations;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Results;

namespace OneStop.Identity.Features.ForgotPassword;

// Done, whether such an account exists or not.
[OpenToAll]
internal sealed record ForgotPassword(string? Email) : ICommand;

internal sealed class ForgotPasswordHandler(UserManager<Account> accounts, AccountLetters letters) : IHandler<ForgotPassword, Done>
{
    public async Task<Result<Done>> Handle(ForgotPassword request, CancellationToken cancellationToken)
    {
        if (await accounts.FindByEmailAsync(request.Email!.Trim()) is { ClosedAt: null } account)
            await letters.ResetPasswordAsync(account);
        return Done.Value;
    }
}
