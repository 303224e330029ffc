using OneStop.Kernel.Callers;
using OneStop.Kernel.Time;
using OneStop.Organisation.Contracts;

namespace OneStop.Identity.Features.ManageAccounts;

// Which accounts the caller looks after: those who hold a post where the caller's administration reaches; the whole province has no list.
internal sealed class AccountScope(ICallerContext callers, PermissionCatalogue permissions, IPostHolders holders, TimeProvider time)
{
    private Dictionary<Guid, List<PostHolder>>? posts;

    public bool IsEverything => callers.Caller.Kind == CallerKind.System || Assignments.Any(a => a.Reach == Reach.Province);

    private IReadOnlyList<Assignment> Assignments => permissions.AssignmentsFor(callers.Caller, IdentityPermissions.ManageAccounts);

    // Posts by account; for a caller who reaches everything, those of the whole organisation.
    public async Task<IReadOnlyDictionary<Guid, List<PostHolder>>> PostsAsync(CancellationToken cancellationToken)
    {
        if (posts is not null)
            return posts;

        var paths = IsEverything ? ["/"] : Assignments.Select(a => a.AgencyPath).Distinct().ToArray();
        posts = [];
        foreach (var path in paths)
        {
            foreach (var holder in await holders.BelowAsync(path, time.GetUtcNow().VietnamDate(), cancellationToken))
            {
                if (!posts.TryGetValue(holder.AccountId, out var list))
                    posts.Add(holder.AccountId, list = []);
                list.Add(holder);
            }
        }

        return posts;
    }

    public async Task<bool> CoversAsync(Guid accountId, CancellationToken cancellationToken) =>
        IsEverything || (await PostsAsync(cancellationToken)).ContainsKey(accountId);
}
