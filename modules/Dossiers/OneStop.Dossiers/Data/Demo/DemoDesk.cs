using OneStop.Identity.Contracts;
using OneStop.Kernel.Callers;
using OneStop.Kernel.Time;
using OneStop.Organisation.Contracts;

namespace OneStop.Dossiers.Data.Demo;

internal sealed record DemoDeskPost(string PlaceCode, AgencyInfo Agency, Caller Clerk);

// A commune whose desk somebody serves: the one that the demonstration's accounts are introduced with, otherwise the first there is.
internal sealed class DemoDesk(IOrganisationDirectory organisation, TimeProvider time)
{
    private const string PreferredPlace = "00004";
    private const string AnyField = "";

    public async Task<DemoDeskPost?> FindAsync(CancellationToken cancellationToken)
    {
        var today = time.GetUtcNow().VietnamDate();
        DemoDeskPost? first = null;
        foreach (var district in await organisation.PlacesBelowAsync(null, today, cancellationToken))
        {
            foreach (var commune in await organisation.PlacesBelowAsync(district.Code, today, cancellationToken))
            {
                if (await organisation.CompetentAgencyAsync(Levels.Commune, AnyField, commune.Code, today, cancellationToken) is not { } agency)
                    continue;
                var posts = await organisation.HoldersAsync(agency.Id, null, Roles.DeskClerk, today, cancellationToken);
                if (posts.FirstOrDefault(p => p.HolderId is not null) is not { } post)
                    continue;
                first ??= new DemoDeskPost(commune.Code, agency, ClerkOf(post));
                if (commune.Code == PreferredPlace)
                    return new DemoDeskPost(commune.Code, agency, ClerkOf(post));
            }
        }

        return first;
    }

    private static Caller ClerkOf(PostInfo post) => new(
        post.HolderId, post.HolderName ?? "", CallerKind.Staff,
        [new Assignment(Roles.DeskClerk, Reach.Unit, post.AgencyId, post.AgencyPath, post.DepartmentId, post.Id, post.Title)]);
}
