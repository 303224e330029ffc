using Microsoft.EntityFrameworkCore;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Results;
using OneStop.Kernel.Time;
using OneStop.Organisation.Data;
using OneStop.Organisation.Domain;
using OneStop.Organisation.Features.NameSubstitute;

namespace OneStop.Organisation.Features.FillPost;

[Requires(OrganisationPermissions.ManagePosts)]
internal sealed record ReadPost(Guid PostId) : IQuery<PostView>;

public sealed record PostView(
    Guid Id, string Title, string Role, Guid AgencyId, string AgencyName, string DepartmentName, string? HolderName, DateOnly? HeldFrom,
    IReadOnlyList<SubstitutionLine> Substitutions, long Version);

internal sealed class ReadPostHandler(OrganisationDbContext context, PostAccess access, TimeProvider time) : IHandler<ReadPost, PostView>
{
    public async Task<Result<PostView>> Handle(ReadPost request, CancellationToken cancellationToken)
    {
        var post = await context.Posts.AsNoTracking().FirstOrDefaultAsync(p => p.Id == request.PostId, cancellationToken);
        if (post is null || await access.AgencyOfAsync(post, cancellationToken) is not { } agency)
            return Error.NotFound(OrganisationErrors.UnknownPost);

        var department = await context.Departments.AsNoTracking().SingleAsync(d => d.Id == post.DepartmentId, cancellationToken);
        var today = time.GetUtcNow().VietnamDate();
        var substitutions = await context.Substitutions.AsNoTracking().Where(s => s.PostId == post.Id && s.EndedAt == null && s.Through >= today).OrderBy(s => s.From)
            .Select(s => new SubstitutionLine(s.Id, post.Title, s.HolderName, s.SubstituteName, s.From, s.Through, s.From <= today, s.NamedByName)).ToListAsync(cancellationToken);
        return new PostView(
            post.Id, post.Title, post.Role, agency.Id, agency.Name, department.Name, post.HolderName, post.HeldFrom,
            substitutions, post.Version);
    }
}
