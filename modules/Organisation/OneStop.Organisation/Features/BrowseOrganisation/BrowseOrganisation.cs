using Microsoft.EntityFrameworkCore;
using OneStop.Kernel.Callers;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Results;
using OneStop.Kernel.Time;
using OneStop.Organisation.Data;
using OneStop.Organisation.Domain;
using OneStop.Organisation.Integrations;

namespace OneStop.Organisation.Features.BrowseOrganisation;

// One agency: the way up, what is below, its departments and posts. Without an id, the one where the caller administers.
[Requires(OrganisationPermissions.ManagePosts)]
internal sealed record BrowseOrganisation(Guid? AgencyId) : IQuery<AgencyView>;

public sealed record AgencyLink(Guid Id, string Code, string Name);

public sealed record PostLine(Guid Id, string Title, string Role, string? HolderName, string? SubstituteName, DateOnly? SubstituteThrough);

public sealed record DepartmentView(string Name, IReadOnlyList<PostLine> Posts);

public sealed record AgencyView(
    Guid Id, string Code, string Name, IReadOnlyList<AgencyLink> Above, IReadOnlyList<AgencyLink> Below, IReadOnlyList<DepartmentView> Departments);

internal sealed class BrowseOrganisationHandler(
    OrganisationDbContext context, OrganisationCache cache, ICallerContext callers, PermissionCatalogue permissions, TimeProvider time)
    : IHandler<BrowseOrganisation, AgencyView>
{
    public async Task<Result<AgencyView>> Handle(BrowseOrganisation request, CancellationToken cancellationToken)
    {
        var organisation = await cache.OrganisationAsync(cancellationToken);
        var today = time.GetUtcNow().VietnamDate();
        var agency = request.AgencyId is { } id ? organisation.Agency(id) : Home(organisation);
        if (agency is null || !Reaches(agency))
            return Error.NotFound(OrganisationErrors.UnknownAgency);

        var posts = (await context.Posts.AsNoTracking().Where(p => p.AgencyId == agency.Id).OrderBy(p => p.Ordinal).ToListAsync(cancellationToken))
            .Where(p => p.IsInForce(today)).ToLookup(p => p.DepartmentId);
        var stands = await (from s in context.Substitutions.AsNoTracking()
                            join p in context.Posts on s.PostId equals p.Id
                            where p.AgencyId == agency.Id && s.EndedAt == null && s.From <= today && today <= s.Through
                            select s).ToDictionaryAsync(s => s.PostId, cancellationToken);
        return new AgencyView(
            agency.Id, agency.Code, agency.Name,
            [.. Above(organisation, agency).Where(Reaches).Reverse().Select(Link)],
            [.. organisation.Agencies.Where(a => a.ParentId == agency.Id && a.IsInForce(today)).OrderBy(a => a.Code, StringComparer.Ordinal).Select(Link)],
            [
                .. organisation.Departments(agency.Id).Select(d => new DepartmentView(d.Name, [
                    .. posts[d.Id].Select(p => new PostLine(
                        p.Id, p.Title, p.Role, p.HolderName, stands.GetValueOrDefault(p.Id)?.SubstituteName, stands.GetValueOrDefault(p.Id)?.Through)),
                ])),
            ]);
    }

    // Administrators of the province begin at its top, others at their own agency.
    private Agency? Home(OrganisationSnapshot organisation)
    {
        var assignments = permissions.AssignmentsFor(callers.Caller, OrganisationPermissions.ManagePosts);
        return assignments.Count == 0 || assignments.Any(a => a.Reach == Reach.Province)
            ? organisation.Agencies.Where(a => a.ParentId is null).MinBy(a => a.Code, StringComparer.Ordinal)
            : organisation.Agency(assignments[0].AgencyId);
    }

    private bool Reaches(Agency agency) =>
        callers.Caller.Kind == CallerKind.System || permissions.Allows(callers.Caller, OrganisationPermissions.ManagePosts, agency.Path);

    private static IEnumerable<Agency> Above(OrganisationSnapshot organisation, Agency agency)
    {
        for (var at = agency.ParentId; at is { } id && organisation.Agency(id) is { } parent; at = parent.ParentId)
            yield return parent;
    }

    private static AgencyLink Link(Agency agency) => new(agency.Id, agency.Code, agency.Name);
}
