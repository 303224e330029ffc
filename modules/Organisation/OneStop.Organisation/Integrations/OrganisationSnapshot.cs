using System.Collections.Frozen;
using OneStop.Organisation.Domain;

namespace OneStop.Organisation.Integrations;

// The shape of the organisation as it was read, without posts: small, asked for at every page and every step, changed a few times a year.
internal sealed class OrganisationSnapshot
{
    private readonly FrozenDictionary<Guid, Agency> agencies;
    private readonly FrozenDictionary<string, AdministrativeUnit[]> unitsByCode;
    private readonly ILookup<string, AdministrativeUnit> unitsByParent;
    private readonly ILookup<(string Kind, string UnitCode), Agency> agenciesByPlace;
    private readonly FrozenDictionary<Guid, Department[]> departments;
    private readonly FrozenDictionary<(string Level, string Field), FieldAssignment> fields;

    public OrganisationSnapshot(
        IReadOnlyCollection<AdministrativeUnit> units, IReadOnlyCollection<Agency> agencies, IReadOnlyCollection<Department> departments,
        IReadOnlyCollection<FieldAssignment> fields)
    {
        unitsByCode = units.GroupBy(u => u.Code).ToFrozenDictionary(g => g.Key, g => g.ToArray());
        unitsByParent = units.ToLookup(u => u.ParentCode ?? "");
        this.agencies = agencies.ToFrozenDictionary(a => a.Id);
        agenciesByPlace = agencies.ToLookup(a => (a.Kind, a.UnitCode));
        this.departments = departments.GroupBy(d => d.AgencyId).ToFrozenDictionary(g => g.Key, g => g.OrderBy(d => d.Ordinal).ToArray());
        this.fields = fields.ToFrozenDictionary(f => (f.LevelCode, f.Field));
    }

    public IEnumerable<Agency> Agencies => agencies.Values;

    public Agency? Agency(Guid id) => agencies.GetValueOrDefault(id);

    public AdministrativeUnit? Unit(string code, DateOnly on) => unitsByCode.TryGetValue(code, out var rows) ? Array.Find(rows, u => u.IsInForce(on)) : null;

    public IEnumerable<AdministrativeUnit> UnitsBelow(string? parentCode, DateOnly on) => unitsByParent[parentCode ?? ""].Where(u => u.IsInForce(on));

    // The unit and those above it, smallest first.
    public IEnumerable<AdministrativeUnit> Upwards(string code, DateOnly on)
    {
        for (var unit = Unit(code, on); unit is not null; unit = unit.ParentCode is null ? null : Unit(unit.ParentCode, on))
            yield return unit;
    }

    public IReadOnlyList<Department> Departments(Guid agencyId) => departments.GetValueOrDefault(agencyId) ?? [];

    // The agency that solves the field at the level for the place, and its department. The smallest unit wins: a branch before its head office.
    public (Agency Agency, Department? Department)? Competent(string level, string field, string placeCode, DateOnly on)
    {
        if (!fields.TryGetValue((level, field.Trim()), out var assignment) && !fields.TryGetValue((level, FieldAssignment.AnyField), out assignment))
            return null;

        var agency = Upwards(placeCode, on).SelectMany(u => agenciesByPlace[(assignment.AgencyKind, u.Code)]).FirstOrDefault(a => a.IsInForce(on));
        if (agency is null)
            return null;

        var own = Departments(agency.Id);
        return (agency, own.FirstOrDefault(d => d.Code == assignment.DepartmentCode) ?? own.FirstOrDefault(d => d.Group == Department.OfficeGroup));
    }
}
