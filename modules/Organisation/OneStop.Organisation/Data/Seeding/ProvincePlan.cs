using OneStop.Kernel.Data;
using OneStop.Organisation.Domain;

namespace OneStop.Organisation.Data.Seeding;

// All rows of one province, laid out from the tables before any of them is stored.
internal sealed class ProvincePlan
{
    // The structure of the tables was complete well before this day; documents older than the product do not concern it.
    private static readonly DateOnly Since = new(2021, 1, 1);
    private static readonly string[] RuralKinds = ["Huyện", "Xã"];

    private readonly DateTimeOffset now;
    private readonly string identifier;
    private readonly ILookup<string, DepartmentRow> departmentRows = OrganisationSources.Departments().ToLookup(d => d.AgencyKind);
    private readonly ILookup<(string Kind, string Group), PostRow> postRows = OrganisationSources.Posts().ToLookup(p => (p.AgencyKind, p.Group));
    private readonly Dictionary<(string Kind, string UnitCode), Agency> agencyByPlace = [];
    private readonly Dictionary<string, AdministrativeUnit> unitByCode = [];

    private ProvincePlan(string identifier, DateTimeOffset now)
    {
        this.identifier = identifier;
        this.now = now;
    }

    public List<AdministrativeUnit> Units { get; } = [];

    public List<Agency> Agencies { get; } = [];

    public List<Department> Departments { get; } = [];

    public List<Post> Posts { get; } = [];

    // Nothing when there is no such province, or none with an identifier.
    public static ProvincePlan? For(string provinceCode, DateTimeOffset now)
    {
        var province = OrganisationSources.Provinces().FirstOrDefault(p => p.Code == provinceCode);
        if (province is null || OrganisationSources.IdentifierOf(provinceCode) is not { } identifier)
            return null;

        var plan = new ProvincePlan(identifier, now);
        plan.AddUnits("tinh", [province]);
        plan.AddUnits("huyen", OrganisationSources.Districts(provinceCode));
        plan.AddUnits("xa", OrganisationSources.Communes(provinceCode));
        foreach (var kind in OrganisationSources.AgencyKinds())
            plan.AddAgencies(kind);
        return plan;
    }

    private void AddUnits(string level, IEnumerable<UnitRow> rows)
    {
        foreach (var row in rows)
        {
            var unit = new AdministrativeUnit
            {
                Id = EntityId.New(now),
                Code = row.Code,
                LevelCode = level,
                Name = row.Name,
                FullName = row.FullName,
                Kind = row.Kind,
                Slug = row.Slug,
                ParentCode = row.ParentCode,
                ValidFrom = Since,
            };
            Units.Add(unit);
            unitByCode.Add(row.Code, unit);
        }
    }

    private void AddAgencies(AgencyKindRow kind)
    {
        // Numbered within the agency above, in the order of the statistics codes.
        var next = new Dictionary<Guid, int>();
        foreach (var unit in Units.Where(u => u.LevelCode == kind.Per))
        {
            var parent = kind.Parent is null ? null : ParentOf(kind.Parent, unit);
            var suffix = parent is null ? 0 : next.GetValueOrDefault(parent.Id, kind.FirstSuffix);
            if (parent is not null)
                next[parent.Id] = suffix + 1;

            var code = parent is null ? identifier : $"{parent.Code}.{suffix:00}";
            var agency = new Agency
            {
                Id = EntityId.New(now),
                Code = code,
                Kind = kind.Kind,
                LevelCode = kind.Level,
                Name = InUnit(kind.Name, unit),
                ParentId = parent?.Id,
                Path = Agency.PathOf(parent?.Path, code),
                UnitCode = unit.Code,
                CalendarCode = OfficeCalendar.Standard,
                ValidFrom = Since,
            };
            Agencies.Add(agency);
            agencyByPlace.Add((kind.Kind, unit.Code), agency);
            AddDepartments(agency, unit);
        }
    }

    private Agency ParentOf(string kind, AdministrativeUnit unit)
    {
        for (var at = unit; ; at = unitByCode[at.ParentCode ?? throw new InvalidOperationException($"No agency of kind {kind} above {unit.Code}.")])
        {
            if (agencyByPlace.TryGetValue((kind, at.Code), out var agency))
                return agency;
        }
    }

    private void AddDepartments(Agency agency, AdministrativeUnit unit)
    {
        var ordinal = 0;
        var rural = RuralKinds.Contains(unit.Kind);
        foreach (var row in departmentRows[agency.Kind])
        {
            var department = new Department
            {
                Id = EntityId.New(now),
                AgencyId = agency.Id,
                Code = row.Code,
                Group = row.Group,
                Name = InUnit(rural && row.RuralName is not null ? row.RuralName : row.Name, unit),
                Ordinal = ++ordinal,
                ValidFrom = Since,
            };
            Departments.Add(department);
            AddPosts(agency, department);
        }
    }

    private void AddPosts(Agency agency, Department department)
    {
        var rows = postRows[(agency.Kind, department.Group)];
        var ordinal = 0;
        foreach (var row in rows.Any() ? rows : postRows[("*", department.Group)])
        {
            for (var i = 0; i < row.Count; i++)
            {
                Posts.Add(new Post
                {
                    Id = EntityId.New(now),
                    AgencyId = agency.Id,
                    DepartmentId = department.Id,
                    Role = row.Role,
                    Title = row.Title,
                    Ordinal = ++ordinal,
                    ValidFrom = Since,
                });
            }
        }
    }

    // Inside a name the kind of the unit is written small: Ủy ban nhân dân phường Phúc Xá.
    private static string InUnit(string pattern, AdministrativeUnit unit) =>
        pattern.Replace("{unit}", char.ToLower(unit.FullName[0], System.Globalization.CultureInfo.InvariantCulture) + unit.FullName[1..], StringComparison.Ordinal);
}
