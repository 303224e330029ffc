using System.Globalization;
using Microsoft.EntityFrameworkCore;
using OneStop.Identity.Contracts;
using OneStop.Kernel.Texts;
using OneStop.Organisation.Contracts;
using OneStop.Organisation.Data;
using OneStop.Organisation.Domain;

namespace OneStop.Organisation.Integrations;

internal sealed class OrganisationDirectory(OrganisationCache cache, OrganisationDbContext context) : IOrganisationDirectory
{
    private static readonly CompareInfo Letters = CultureInfo.InvariantCulture.CompareInfo;
    private static readonly StringComparer ByName = StringComparer.Create(ReadersCulture.Vietnamese, ignoreCase: true);

    // Roles of a single department; the others are held for the whole agency.
    private static readonly string[] DepartmentRoles = [Roles.Officer, Roles.DepartmentHead];

    public async Task<AgencyInfo?> FindAgencyAsync(Guid agencyId, CancellationToken cancellationToken)
    {
        var organisation = await cache.OrganisationAsync(cancellationToken);
        return organisation.Agency(agencyId) is { } agency ? Describe(organisation, agency) : null;
    }

    public async Task<IReadOnlyList<AgencyInfo>> AgenciesBelowAsync(string agencyPath, DateOnly on, CancellationToken cancellationToken)
    {
        var organisation = await cache.OrganisationAsync(cancellationToken);
        return
        [
            .. organisation.Agencies.Where(a => a.Path.StartsWith(agencyPath, StringComparison.Ordinal) && a.IsInForce(on))
                .OrderBy(a => a.Path, StringComparer.Ordinal).Select(a => Describe(organisation, a)),
        ];
    }

    public async Task<PlaceInfo?> FindPlaceAsync(string placeCode, DateOnly on, CancellationToken cancellationToken)
    {
        var organisation = await cache.OrganisationAsync(cancellationToken);
        return organisation.Unit(placeCode, on) is { } unit ? Describe(organisation, unit, on) : null;
    }

    public async Task<IReadOnlyList<PlaceInfo>> PlacesBelowAsync(string? parentCode, DateOnly on, CancellationToken cancellationToken)
    {
        var organisation = await cache.OrganisationAsync(cancellationToken);
        var units = parentCode is null
            ? organisation.UnitsBelow(null, on).SelectMany(top => organisation.UnitsBelow(top.Code, on))
            : organisation.UnitsBelow(parentCode, on);
        return [.. units.OrderBy(u => u.Name, ByName).Select(u => Describe(organisation, u, on))];
    }

    public async Task<AgencyInfo?> CompetentAgencyAsync(string level, string field, string placeCode, DateOnly on, CancellationToken cancellationToken)
    {
        var organisation = await cache.OrganisationAsync(cancellationToken);
        return organisation.Competent(level, field, placeCode, on) is { } found ? Describe(organisation, found.Agency) : null;
    }

    public async Task<CandidateGroup?> ResolveCandidatesAsync(CandidateQuery query, DateOnly on, CancellationToken cancellationToken)
    {
        var organisation = await cache.OrganisationAsync(cancellationToken);
        if (query.Role == Roles.DeskClerk && organisation.Agency(query.ReceivingAgencyId) is { } receiving && receiving.LevelCode == query.Level)
            return Group(query.Role, receiving, Desk(organisation, receiving));

        if (organisation.Competent(query.Level, query.Field, query.PlaceCode, on) is not { } found)
            return null;

        if (query.Role == Roles.DeskClerk)
            return Group(query.Role, found.Agency, Desk(organisation, found.Agency));
        return Group(query.Role, found.Agency, DepartmentRoles.Contains(query.Role) ? found.Department : null);
    }

    public async Task<IReadOnlyList<PostInfo>> PostsOfAsync(Guid accountId, DateOnly on, CancellationToken cancellationToken)
    {
        var kept = context.Posts.Where(p => p.HolderId == accountId).Select(p => p.Id)
            .Concat(context.Substitutions.Where(s => s.SubstituteId == accountId && s.EndedAt == null && s.From <= on && on <= s.Through).Select(s => s.PostId));
        return await DescribeAsync(context.Posts.Where(p => kept.Contains(p.Id)), on, cancellationToken);
    }

    public async Task<IReadOnlyList<PostInfo>> HoldersAsync(Guid agencyId, Guid? departmentId, string role, DateOnly on, CancellationToken cancellationToken)
    {
        var posts = context.Posts.Where(p => p.AgencyId == agencyId && p.Role == role && p.HolderId != null && (departmentId == null || p.DepartmentId == departmentId));
        return await DescribeAsync(posts, on, cancellationToken);
    }

    public async Task<IReadOnlyList<DepartmentInfo>> DepartmentsAsync(Guid agencyId, CancellationToken cancellationToken)
    {
        var organisation = await cache.OrganisationAsync(cancellationToken);
        return [.. organisation.Departments(agencyId).Select(d => new DepartmentInfo(d.Id, d.AgencyId, d.Name, d.IsDesk))];
    }

    public async Task<IReadOnlyList<UnitInfo>> FindUnitsAsync(string text, DateOnly on, int most, CancellationToken cancellationToken)
    {
        var words = Plain(text).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0)
            return [];
        var organisation = await cache.OrganisationAsync(cancellationToken);
        return
        [
            .. organisation.Agencies.Where(a => a.IsInForce(on))
                .SelectMany(a => organisation.Departments(a.Id).Where(d => !d.IsDesk).Select(d => new UnitInfo(a.Id, a.Name, d.Id, d.Name)).Prepend(new UnitInfo(a.Id, a.Name, null, null)))
                .Where(u => Plain(u.Name) is var name && Array.TrueForAll(words, word => Letters.IndexOf(name, word, CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace) >= 0))
                .OrderBy(u => u.DepartmentId is not null).ThenBy(u => u.Name, ByName).Take(most),
        ];
    }

    // The stroke of đ is no diacritic to the comparison, but people leave it out like one.
    private static string Plain(string text) => text.Normalize().Replace('đ', 'd').Replace('Đ', 'D');

    private async Task<IReadOnlyList<PostInfo>> DescribeAsync(IQueryable<Post> posts, DateOnly on, CancellationToken cancellationToken)
    {
        var organisation = await cache.OrganisationAsync(cancellationToken);
        var rows = await (from p in posts.AsNoTracking()
                          where p.ValidFrom <= @on && (p.ValidTo == null || @on <= p.ValidTo)
                          from s in context.Substitutions.Where(s => s.PostId == p.Id && s.EndedAt == null && s.From <= @on && @on <= s.Through).DefaultIfEmpty()
                          orderby p.Ordinal
                          select new { Post = p, Stands = s }).ToListAsync(cancellationToken);
        return [.. rows.Select(r => Describe(organisation, r.Post, r.Stands)).OfType<PostInfo>()];
    }

    private static PostInfo? Describe(OrganisationSnapshot organisation, Post post, Substitution? stands)
    {
        if (organisation.Agency(post.AgencyId) is not { } agency)
            return null;

        var department = organisation.Departments(agency.Id).FirstOrDefault(d => d.Id == post.DepartmentId);
        return new PostInfo(
            post.Id, post.Role, post.Title, agency.Id, agency.Path, agency.Name, post.DepartmentId, department?.Name, post.HolderId, post.HolderName,
            stands?.SubstituteId)
        {
            SubstituteName = stands?.SubstituteName,
            SubstitutedThrough = stands?.Through,
        };
    }

    private static AgencyInfo Describe(OrganisationSnapshot organisation, Agency agency)
    {
        var parent = agency.ParentId is { } id ? organisation.Agency(id) : null;
        return new AgencyInfo(
            agency.Id, agency.Code, agency.Name, agency.LevelCode, agency.Path, agency.UnitCode, Desk(organisation, agency)?.Name ?? agency.Name, parent?.Name,
            agency.Address, agency.Phone)
        {
            ParentId = parent?.Id,
        };
    }

    private static PlaceInfo Describe(OrganisationSnapshot organisation, AdministrativeUnit unit, DateOnly on) =>
        new(unit.Code, unit.FullName, unit.LevelCode, unit.ParentCode, string.Join(", ", organisation.Upwards(unit.Code, on).Select(u => u.FullName)));

    private static Department? Desk(OrganisationSnapshot organisation, Agency agency) => organisation.Departments(agency.Id).FirstOrDefault(d => d.IsDesk);

    private static CandidateGroup Group(string role, Agency agency, Department? department) =>
        new(role, agency.Id, agency.Name, agency.Path, department?.Id, department?.Name);
}
