using Microsoft.EntityFrameworkCore;
using OneStop.Organisation.Contracts;
using OneStop.Organisation.Data;

namespace OneStop.Organisation.Integrations;

internal sealed class PostHolders(OrganisationDbContext context) : IPostHolders
{
    public async Task<IReadOnlyList<PostHolder>> BelowAsync(string agencyPath, DateOnly on, CancellationToken cancellationToken) =>
        await (from post in context.Posts.AsNoTracking()
               join agency in context.Agencies on post.AgencyId equals agency.Id
               join department in context.Departments on post.DepartmentId equals department.Id
               where agency.Path.StartsWith(agencyPath) && post.HolderId != null && post.ValidFrom <= @on && (post.ValidTo == null || @on <= post.ValidTo)
               orderby agency.Path, department.Ordinal, post.Ordinal
               select new PostHolder(post.HolderId!.Value, post.Title, post.Role, agency.Name, department.Name)).ToListAsync(cancellationToken);
}
