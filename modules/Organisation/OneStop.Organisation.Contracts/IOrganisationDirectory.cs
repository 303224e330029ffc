namespace OneStop.Organisation.Contracts;

/// <summary>Codes of government levels. They are data: rows of the organisation carry them, and other codes may join.</summary>
public static class Levels
{
    /// <summary>Xã, phường, thị trấn.</summary>
    public const string Commune = "xa";

    /// <summary>Quận, huyện, thị xã.</summary>
    public const string District = "huyen";

    /// <summary>Tỉnh, thành phố trực thuộc trung ương.</summary>
    public const string Province = "tinh";

    /// <summary>Bộ, cơ quan trung ương.</summary>
    public const string Ministry = "bo";
}

/// <summary>What other modules may ask about the organisation. Answers are those in force on the given day.</summary>
public interface IOrganisationDirectory
{
    /// <summary>One agency; null when unknown.</summary>
    Task<AgencyInfo?> FindAgencyAsync(Guid agencyId, CancellationToken cancellationToken);

    /// <summary>The agency at the path and those below it that are in force, by path; for pickers.</summary>
    Task<IReadOnlyList<AgencyInfo>> AgenciesBelowAsync(string agencyPath, DateOnly on, CancellationToken cancellationToken);

    /// <summary>One administrative unit by its statistics code, for example <c>00001</c>; null when unknown.</summary>
    Task<PlaceInfo?> FindPlaceAsync(string placeCode, DateOnly on, CancellationToken cancellationToken);

    /// <summary>Units directly below <paramref name="parentCode"/>, or below the province when it is null, by name; for pickers.</summary>
    Task<IReadOnlyList<PlaceInfo>> PlacesBelowAsync(string? parentCode, DateOnly on, CancellationToken cancellationToken);

    /// <summary>The agency whose one-stop desk receives dossiers of a level and field from a place; null when nobody is competent.</summary>
    /// <param name="level">Code of <see cref="Levels"/>.</param>
    /// <param name="field">Lĩnh vực of the procedure.</param>
    /// <param name="placeCode">Statistics code of the dossier's place; a commune, or a unit above it.</param>
    /// <param name="on">Day.</param>
    /// <param name="cancellationToken">Cancels.</param>
    Task<AgencyInfo?> CompetentAgencyAsync(string level, string field, string placeCode, DateOnly on, CancellationToken cancellationToken);

    /// <summary>Who may take a step: resolves level, role and field relative to the dossier's place, for example "head of the department that the agency of this district has for this field".</summary>
    Task<CandidateGroup?> ResolveCandidatesAsync(CandidateQuery query, DateOnly on, CancellationToken cancellationToken);

    /// <summary>Posts an account holds, or stands in for, on the day.</summary>
    Task<IReadOnlyList<PostInfo>> PostsOfAsync(Guid accountId, DateOnly on, CancellationToken cancellationToken);

    /// <summary>Held posts with the role in the agency (and department, when given), for reassignment.</summary>
    Task<IReadOnlyList<PostInfo>> HoldersAsync(Guid agencyId, Guid? departmentId, string role, DateOnly on, CancellationToken cancellationToken);

    /// <summary>Departments of an agency, for forwarding.</summary>
    Task<IReadOnlyList<DepartmentInfo>> DepartmentsAsync(Guid agencyId, CancellationToken cancellationToken);

    /// <summary>Agencies and departments in force whose names hold every word, written with or without diacritics; whole agencies first, then by name.</summary>
    /// <param name="text">Words.</param>
    /// <param name="on">Day.</param>
    /// <param name="most">How many at most.</param>
    /// <param name="cancellationToken">Cancels.</param>
    Task<IReadOnlyList<UnitInfo>> FindUnitsAsync(string text, DateOnly on, int most, CancellationToken cancellationToken);
}

/// <summary>An agency, or a department of one.</summary>
/// <param name="AgencyId">The agency.</param>
/// <param name="AgencyName">Its name.</param>
/// <param name="DepartmentId">The department, or null for the whole agency.</param>
/// <param name="DepartmentName">Its name, or null.</param>
public sealed record UnitInfo(Guid AgencyId, string AgencyName, Guid? DepartmentId, string? DepartmentName)
{
    /// <summary>Department and agency as people say it.</summary>
    public string Name => DepartmentName is { } department ? $"{department}, {AgencyName}" : AgencyName;
}

/// <summary>An agency (cơ quan).</summary>
/// <param name="Id">The agency.</param>
/// <param name="Code">Agency identifier (mã định danh), for example <c>H26.11.22</c>.</param>
/// <param name="Name">Full name.</param>
/// <param name="Level">Code of <see cref="Levels"/>.</param>
/// <param name="Path">Materialised path; the path of everything below starts with it.</param>
/// <param name="PlaceCode">Statistics code of its unit.</param>
/// <param name="DeskName">Name of its one-stop desk.</param>
/// <param name="ParentName">Name of the agency above, for the national header; null at the top.</param>
/// <param name="Address">Address, or null.</param>
/// <param name="Phone">Phone, or null.</param>
public sealed record AgencyInfo(
    Guid Id, string Code, string Name, string Level, string Path, string PlaceCode, string DeskName, string? ParentName, string? Address, string? Phone)
{
    /// <summary>The agency above, or null at the top.</summary>
    public Guid? ParentId { get; init; }
}

/// <summary>An administrative unit (đơn vị hành chính).</summary>
/// <param name="Code">Statistics code.</param>
/// <param name="Name">Full name, for example <c>Phường Phúc Xá</c>.</param>
/// <param name="Level">Code of <see cref="Levels"/>.</param>
/// <param name="ParentCode">Code of the unit above, or null.</param>
/// <param name="FullName">From the unit up: <c>Phường Phúc Xá, Quận Ba Đình, Thành phố Hà Nội</c>.</param>
public sealed record PlaceInfo(string Code, string Name, string Level, string? ParentCode, string FullName);

/// <summary>A department (phòng, ban) of an agency.</summary>
/// <param name="Id">The department.</param>
/// <param name="AgencyId">Its agency.</param>
/// <param name="Name">Full name.</param>
/// <param name="IsDesk">Whether it is the one-stop desk.</param>
public sealed record DepartmentInfo(Guid Id, Guid AgencyId, string Name, bool IsDesk);

/// <summary>A post and its holder.</summary>
/// <param name="Id">The post.</param>
/// <param name="Role">Role code of Identity's <c>Roles</c>.</param>
/// <param name="Title">Title printed under a signature.</param>
/// <param name="AgencyId">Agency.</param>
/// <param name="AgencyPath">Path of the agency.</param>
/// <param name="AgencyName">Name of the agency.</param>
/// <param name="DepartmentId">Department, or null.</param>
/// <param name="DepartmentName">Name of the department, or null.</param>
/// <param name="HolderId">Account that holds it, or null when vacant.</param>
/// <param name="HolderName">Name of the holder.</param>
/// <param name="SubstituteId">Account that stands in on the day, or null.</param>
public sealed record PostInfo(
    Guid Id, string Role, string Title, Guid AgencyId, string AgencyPath, string AgencyName, Guid? DepartmentId, string? DepartmentName,
    Guid? HolderId, string? HolderName, Guid? SubstituteId)
{
    /// <summary>Name of who stands in on the day, or null.</summary>
    public string? SubstituteName { get; init; }

    /// <summary>Last day of standing in, or null.</summary>
    public DateOnly? SubstitutedThrough { get; init; }
}

/// <summary>Whom a step is for, relative to the dossier.</summary>
/// <param name="Level">Level of the agency wanted.</param>
/// <param name="Role">Role wanted.</param>
/// <param name="Field">Field of the procedure; picks the department, and at province level the agency.</param>
/// <param name="PlaceCode">The dossier's place.</param>
/// <param name="ReceivingAgencyId">The agency whose desk received the dossier; the desk that returns the result.</param>
public sealed record CandidateQuery(string Level, string Role, string Field, string PlaceCode, Guid ReceivingAgencyId);

/// <summary>Whoever holds the role there may take the step.</summary>
/// <param name="Role">Role.</param>
/// <param name="AgencyId">Agency.</param>
/// <param name="AgencyName">Name of the agency.</param>
/// <param name="AgencyPath">Path of the agency.</param>
/// <param name="DepartmentId">Department, or null when the role is held for the whole agency.</param>
/// <param name="DepartmentName">Name of the department, or null.</param>
public sealed record CandidateGroup(string Role, Guid AgencyId, string AgencyName, string AgencyPath, Guid? DepartmentId, string? DepartmentName);
