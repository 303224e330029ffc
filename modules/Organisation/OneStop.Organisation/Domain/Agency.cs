using OneStop.Kernel.Data;

namespace OneStop.Organisation.Domain;

// Cơ quan. The path is made of identifiers from the top, so that everything below an agency starts with its path.
internal sealed class Agency : IVersioned
{
    public Guid Id { get; init; }
    public required string Code { get; init; }
    public required string Kind { get; init; }
    public required string LevelCode { get; init; }
    public required string Name { get; set; }
    public Guid? ParentId { get; init; }
    public required string Path { get; init; }
    public required string UnitCode { get; init; }
    public required string CalendarCode { get; set; }
    public string? Address { get; set; }
    public string? Phone { get; set; }
    public DateOnly ValidFrom { get; init; }
    public DateOnly? ValidTo { get; set; }
    public long Version { get; set; }

    public bool IsInForce(DateOnly on) => ValidFrom <= on && (ValidTo is null || on <= ValidTo);

    public static string PathOf(string? parentPath, string code) => $"{parentPath ?? "/"}{code}/";
}
