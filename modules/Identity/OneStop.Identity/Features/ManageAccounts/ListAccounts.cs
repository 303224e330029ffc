using Microsoft.EntityFrameworkCore;
using OneStop.Identity.Data;
using OneStop.Identity.Domain;
using OneStop.Kernel.Paging;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Results;

namespace OneStop.Identity.Features.ManageAccounts;

[Requires(IdentityPermissions.ManageAccounts)]
internal sealed record ListAccounts(string? Words, string? After) : IQuery<Page<AccountRow>>;

internal sealed record AccountRow(Guid Id, string Name, string SignInName, AccountState State, DateTimeOffset? LastSignInAt, IReadOnlyList<string> Posts);

internal enum AccountState
{
    Open,
    Resting,
    Closed,
}

internal sealed class ListAccountsHandler(IdentityDbContext context, AccountScope scope, TimeProvider time) : IHandler<ListAccounts, Page<AccountRow>>
{
    private const int PageSize = 30;

    public async Task<Result<Page<AccountRow>>> Handle(ListAccounts request, CancellationToken cancellationToken)
    {
        var posts = await scope.PostsAsync(cancellationToken);
        var query = context.Accounts.AsNoTracking().Where(a => a.Kind == AccountKind.Staff);
        if (!scope.IsEverything)
        {
            var ids = posts.Keys.ToArray();
            query = query.Where(a => ids.Contains(a.Id));
        }

        if (request.Words?.Trim() is { Length: > 0 } words)
        {
            // Sign-in names are plain letters; names keep their diacritics and are matched as written.
            var upper = words.ToUpperInvariant();
            query = query.Where(a => a.NormalizedUserName!.Contains(upper) || a.FullName.Contains(words));
        }

        if (Cursor.Decode<string>(request.After) is { Length: > 0 } after)
            query = query.Where(a => a.NormalizedUserName!.CompareTo(after) > 0);

        var rows = await query.OrderBy(a => a.NormalizedUserName).Take(PageSize + 1)
            .Select(a => new { a.Id, a.FullName, a.UserName, a.NormalizedUserName, a.ClosedAt, a.LockoutEnd, a.LastSignInAt }).ToListAsync(cancellationToken);
        var now = time.GetUtcNow();
        var next = rows.Count > PageSize ? Cursor.Encode(rows[PageSize - 1].NormalizedUserName) : null;
        return new Page<AccountRow>(
            [
                .. rows.Take(PageSize).Select(a => new AccountRow(
                    a.Id, a.FullName, a.UserName!, a.ClosedAt is not null ? AccountState.Closed : a.LockoutEnd > now ? AccountState.Resting : AccountState.Open, a.LastSignInAt,
                    posts.TryGetValue(a.Id, out var held) ? [.. held.Select(p => $"{p.Title}, {p.AgencyName}")] : [])),
            ],
            next);
    }
}
