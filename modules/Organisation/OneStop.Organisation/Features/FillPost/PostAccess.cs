using Microsoft.EntityFrameworkCore;
using OneStop.Kernel.Callers;
using OneStop.Organisation.Data;
using OneStop.Organisation.Domain;

namespace OneStop.Organisation.Features.FillPost;

// A post outside the caller's reach is as good as absent.
internal sealed class PostAccess(OrganisationDbContext context, ICallerContext callers, PermissionCatalogue permissions)
{
    public async Task<Agency?> AgencyOfAsync(Post post, CancellationToken cancellationToken)
    {
        var agency = await context.Agencies.AsNoTracking().SingleAsync(a => a.Id == post.AgencyId, cancellationToken);
        var reaches = callers.Caller.Kind == CallerKind.System || permissions.Allows(callers.Caller, OrganisationPermissions.ManagePosts, agency.Path);
        return reaches ? agency : null;
    }
}
