using OneStop.Kernel.Data;

namespace OneStop.Organisation.Domain;

// Vị trí công tác: a role in a department, held by at most one account.
internal sealed class Post : IVersioned
{
    public Guid Id { get; init; }
    public Guid AgencyId { get; init; }
    public Guid DepartmentId { get; init; }
    public required string Role { get; init; }
    public required string Title { get; set; }
    public int Ordinal { get; init; }
    public Guid? HolderId { get; private set; }
    public string? HolderName { get; private set; }
    public DateOnly? HeldFrom { get; private set; }
    public DateOnly ValidFrom { get; init; }
    public DateOnly? ValidTo { get; set; }
    public long Version { get; set; }

    public bool IsInForce(DateOnly on) => ValidFrom <= on && (ValidTo is null || on <= ValidTo);

    public void Assign(Guid holderId, string holderName, DateOnly from)
    {
        HolderId = holderId;
        HolderName = holderName;
        HeldFrom = from;
    }

    public void Vacate()
    {
        HolderId = null;
        HolderName = null;
        HeldFrom = null;
    }
}
