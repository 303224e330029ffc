namespace OneStop.Organisation.Domain;

// Which kind of agency, and which of its departments, solves a field (lĩnh vực) at a level.
internal sealed class FieldAssignment
{
    // Stands for every field that has no row of its own.
    public const string AnyField = "*";

    public Guid Id { get; init; }
    public required string LevelCode { get; init; }
    public required string Field { get; init; }
    public required string AgencyKind { get; init; }
    public required string DepartmentCode { get; init; }
}
