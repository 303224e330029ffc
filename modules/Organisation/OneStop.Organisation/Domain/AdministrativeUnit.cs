namespace OneStop.Organisation.Domain;

// Đơn vị hành chính. A unit that is merged or renamed keeps its row, closed by ValidTo, and UnitSuccession says what came of it.
internal sealed class AdministrativeUnit
{
    public Guid Id { get; init; }
    public required string Code { get; init; }
    public required string LevelCode { get; init; }
    public required string Name { get; init; }
    public required string FullName { get; init; }
    public required string Kind { get; init; }
    public required string Slug { get; init; }
    public string? ParentCode { get; init; }
    public DateOnly ValidFrom { get; init; }
    public DateOnly? ValidTo { get; set; }

    public bool IsInForce(DateOnly on) => ValidFrom <= on && (ValidTo is null || on <= ValidTo);
}
