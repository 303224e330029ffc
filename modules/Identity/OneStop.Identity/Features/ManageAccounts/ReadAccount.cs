using Microsoft.EntityFrameworkCore;
using OneStop.Identity.Data;
using OneStop.Identity.Domain;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Results;

namespace OneStop.Identity.Features.ManageAccounts;

[Requires(IdentityPermissions.ManageAccounts)]
internal sealed record ReadAccount(Guid AccountId) : IQuery<AccountDetail>;

internal sealed record AccountDetail(
    Guid Id, string Name, string SignInName, string? Email, AccountState State, string? ClosedReason, bool HasTwoFactor, DateTimeOffset? LastSignInAt,
    IReadOnlyList<string> Posts);

internal sealed class ReadAccountHandler(IdentityDbContext context, AccountScope scope, TimeProvider time) : IHandler<ReadAccount, AccountDetail>
{
    public async Task<Result<AccountDetail>> Handle(ReadAccount request, CancellationToken cancellationToken)
    {
        var account = await context.Accounts.AsNoTracking()
            .FirstOrDefaultAsync(a => a.Id == request.AccountId && a.Kind == AccountKind.Staff, cancellationToken);
        // Outside the scope there is nothing to see, not even that the account exists.
        if (account is null || !await scope.CoversAsync(account.Id, cancellationToken))
            return Error.NotFound(IdentityErrors.UnknownAccount);

        var state = account.ClosedAt is not null ? AccountState.Closed : account.LockoutEnd > time.GetUtcNow() ? AccountState.Resting : AccountState.Open;
        var posts = await scope.PostsAsync(cancellationToken);
        return new AccountDetail(
            account.Id, account.FullName, account.UserName!, account.Email, state, account.ClosedReason, account.TwoFactorEnabled, account.LastSignInAt,
            posts.TryGetValue(account.Id, out var held) ? [.. held.Select(p => $"{p.Title}, {p.DepartmentName}, {p.AgencyName}")] : []);
    }
}
