namespace OneStop.Organisation.Domain;

// Phòng, ban, bộ phận. The code names its task and is the same in all agencies of a kind; the group says what sort of posts it has.
internal sealed class Department
{
    public const string DeskGroup = "one_stop";
    public const string OfficeGroup = "office";

    public Guid Id { get; init; }
    public Guid AgencyId { get; init; }
    public required string Code { get; init; }
    public required string Group { get; init; }
    public required string Name { get; set; }
    public int Ordinal { get; init; }
    public DateOnly ValidFrom { get; init; }
    public DateOnly? ValidTo { get; set; }

    public bool IsDesk => Group == DeskGroup;
}
