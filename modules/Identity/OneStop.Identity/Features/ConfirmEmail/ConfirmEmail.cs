using Microsoft.AspNetCore.Identity;
using OneStop.Identity.Domain;
using OneStop.Identity.Integrations;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Results;

namespace OneStop.Identity.Features.ConfirmEmail;

[OpenToAll]
internal sealed record ConfirmEmail(Guid AccountId, string? Token) : ICommand, IAudited
{
    public string AuditSubject => AccountId.ToString();
}

internal sealed class ConfirmEmailHandler(UserManager<Account> accounts) : IHandler<ConfirmEmail, Done>
{
    public async Task<Result<Done>> Handle(ConfirmEmail request, CancellationToken cancellationToken)
    {
        if (AccountLetters.Decode(request.Token) is not { } token || await accounts.FindByIdAsync(request.AccountId.ToString()) is not { } account)
            return Error.RuleBroken(IdentityErrors.LinkExpired);

        return (await accounts.ConfirmEmailAsync(account, token)).Succeeded ? Done.Value : Error.RuleBroken(IdentityErrors.LinkExpired);
    }
}
