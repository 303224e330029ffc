using System.Collections.Concurrent;
using OneStop.Identity.Contracts;
using OneStop.Kernel.Callers;
using OneStop.Organisation.Contracts;
using OneStop.TestKit.Callers;

namespace OneStop.Approvals.Tests.Office;

/// <summary>One ward, its district and the city, each with a department; steps resolve by level as in the real organisation.</summary>
internal sealed class FakeOrganisation : IOrganisationDirectory, ICallerDirectory
{
    public static readonly Guid WardDepartment = new("00000000-0000-7000-8000-000000000013");
    public static readonly Guid WardSecondDepartment = new("00000000-0000-7000-8000-000000000014");
    public static readonly Guid DistrictDepartment = new("00000000-0000-7000-8000-000000000012");
    public static readonly Guid CityDepartment = new("00000000-0000-7000-8000-000000000011");

    private readonly ConcurrentDictionary<Guid, PostInfo> posts = new();
    private readonly ConcurrentDictionary<Guid, Caller> people = new();

    /// <summary>Level and role for which nobody is competent until a test mends it.</summary>
    public (string Level, string Role)? Vacant { get; set; }

    public static TestPlace Place(string level, string role)
    {
        var place = level switch { Levels.Commune => TestCallers.Ward, Levels.District => TestCallers.District, _ => TestCallers.City };
        return place with { DepartmentId = InDepartment(role) ? Department(level) : null };
    }

    /// <summary>Somebody who holds the role at the level.</summary>
    public Caller Hire(string level, string role, string name, Guid? department = null)
    {
        var place = Place(level, role);
        var caller = TestCallers.Staff(name, role, Reach.Unit, place with { DepartmentId = department ?? place.DepartmentId }, role);
        people[caller.Id] = caller;
        var assignment = caller.Assignments[0];
        posts[assignment.PostId] = new PostInfo(
            assignment.PostId, role, role, assignment.AgencyId, assignment.AgencyPath, level, assignment.DepartmentId, assignment.DepartmentId?.ToString(), caller.Id, name, null);
        return caller;
    }

    /// <summary>Heads above the ward, who could answer what it asks.</summary>
    public FakeOrganisation WithHeads()
    {
        Hire(Levels.District, Roles.DepartmentHead, "Trưởng phòng quận");
        Hire(Levels.Province, Roles.DepartmentHead, "Trưởng phòng thành phố");
        return this;
    }

    /// <summary>Nobody holds the post any more.</summary>
    public void Vacate(Caller holder) => posts.TryRemove(holder.Assignments[0].PostId, out _);

    /// <summary>The post of the absent one is kept by the substitute from now on.</summary>
    public Caller StandIn(Caller absent, string name)
    {
        var post = posts.Values.Single(p => p.HolderId == absent.Id);
        var inPlaceOf = new InPlaceOf(absent.Id, absent.Name, DateOnly.MaxValue);
        var substitute = new Caller(Guid.CreateVersion7(), name, CallerKind.Staff, [.. absent.Assignments.Select(a => a with { InPlaceOf = inPlaceOf })]);
        people[substitute.Id] = substitute;
        posts[post.Id] = post with { SubstituteId = substitute.Id, SubstituteName = name, SubstitutedThrough = DateOnly.MaxValue };
        return substitute;
    }

    /// <summary>The absent one is back before the last day.</summary>
    public void ComeBack(Caller absent)
    {
        var post = posts.Values.Single(p => p.HolderId == absent.Id);
        posts[post.Id] = post with { SubstituteId = null, SubstituteName = null, SubstitutedThrough = null };
    }

    /// <summary>Keeps the account and loses the post, as after a new appointment elsewhere.</summary>
    public void Dismiss(Caller caller)
    {
        people[caller.Id] = caller with { Assignments = [] };
        foreach (var post in posts.Values.Where(p => p.HolderId == caller.Id))
            posts.TryRemove(post.Id, out _);
    }

    public void Replace(Caller caller) => people[caller.Id] = caller;

    public Task<Caller?> FindStaffAsync(Guid accountId, CancellationToken cancellationToken) => Task.FromResult(people.GetValueOrDefault(accountId));

    public Task<AgencyInfo?> FindAgencyAsync(Guid agencyId, CancellationToken cancellationToken) =>
        Task.FromResult<AgencyInfo?>(new AgencyInfo(agencyId, "H26", "UBND", LevelOf(agencyId), PathOf(agencyId), "00001", "Một cửa", null, null, null)
        {
            ParentId = agencyId == TestCallers.Ward.AgencyId ? TestCallers.District.AgencyId : agencyId == TestCallers.District.AgencyId ? TestCallers.City.AgencyId : null,
        });

    public async Task<IReadOnlyList<AgencyInfo>> AgenciesBelowAsync(string agencyPath, DateOnly on, CancellationToken cancellationToken)
    {
        var found = new List<AgencyInfo>();
        foreach (var place in new[] { TestCallers.City, TestCallers.District, TestCallers.Ward }.Where(p => p.AgencyPath.StartsWith(agencyPath, StringComparison.Ordinal)))
            found.Add((await FindAgencyAsync(place.AgencyId, cancellationToken))!);
        return found;
    }

    public Task<PlaceInfo?> FindPlaceAsync(string placeCode, DateOnly on, CancellationToken cancellationToken) => Task.FromResult<PlaceInfo?>(null);

    public Task<IReadOnlyList<PlaceInfo>> PlacesBelowAsync(string? parentCode, DateOnly on, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<PlaceInfo>>([]);

    public Task<AgencyInfo?> CompetentAgencyAsync(string level, string field, string placeCode, DateOnly on, CancellationToken cancellationToken) =>
        FindAgencyAsync(Place(level, "").AgencyId, cancellationToken);

    public Task<CandidateGroup?> ResolveCandidatesAsync(CandidateQuery query, DateOnly on, CancellationToken cancellationToken)
    {
        if (Vacant == (query.Level, query.Role))
            return Task.FromResult<CandidateGroup?>(null);
        var place = Place(query.Level, query.Role);
        return Task.FromResult<CandidateGroup?>(new CandidateGroup(query.Role, place.AgencyId, $"Cơ quan cấp {query.Level}", place.AgencyPath, place.DepartmentId, place.DepartmentId?.ToString()));
    }

    public Task<IReadOnlyList<PostInfo>> PostsOfAsync(Guid accountId, DateOnly on, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<PostInfo>>([.. posts.Values.Where(p => p.HolderId == accountId || p.SubstituteId == accountId)]);

    public Task<IReadOnlyList<PostInfo>> HoldersAsync(Guid agencyId, Guid? departmentId, string role, DateOnly on, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<PostInfo>>([.. posts.Values.Where(p => p.AgencyId == agencyId && p.Role == role && (departmentId is null || p.DepartmentId == departmentId))]);

    public Task<IReadOnlyList<DepartmentInfo>> DepartmentsAsync(Guid agencyId, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<DepartmentInfo>>([new DepartmentInfo(Department(LevelOf(agencyId)), agencyId, "Phòng Quản lý đô thị", false)]);

    public Task<IReadOnlyList<UnitInfo>> FindUnitsAsync(string text, DateOnly on, int most, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<UnitInfo>>(
            [new UnitInfo(TestCallers.District.AgencyId, "UBND quận", null, null), new UnitInfo(TestCallers.District.AgencyId, "UBND quận", DistrictDepartment, "Phòng Quản lý đô thị")]);

    private static bool InDepartment(string role) => role is Roles.Officer or Roles.DepartmentHead;

    private static Guid Department(string level) => level switch { Levels.Commune => WardDepartment, Levels.District => DistrictDepartment, _ => CityDepartment };

    private static string PathOf(Guid agency) => new[] { TestCallers.Ward, TestCallers.District, TestCallers.City }.FirstOrDefault(p => p.AgencyId == agency)?.AgencyPath ?? "/H26/";

    private static string LevelOf(Guid agency) => agency == TestCallers.Ward.AgencyId ? Levels.Commune : agency == TestCallers.District.AgencyId ? Levels.District : Levels.Province;
}
